import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import type { Account, SignIn } from '../../domain/account/account.ts'
import type { AccountStore } from '../../domain/account/account-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { type AccountTable, toBit } from './tables.ts'
import { isUniqueViolation, type Statement, WriteConflict } from './writer.ts'

export function createSqlAccountStore({ db, writer }: SqlDatabase): AccountStore {
  const insertSignIn = (signIn: SignIn) => toStatement(db.insertInto('signIn').values(signIn))
  const deleteSignIns = (accountId: string) => toStatement(db.deleteFrom('signIn').where('accountId', '=', accountId))
  const spendLink = (secretHash: string, atMs: number) =>
    toStatement(
      db
        .updateTable('accountLink')
        .set({ usedAtMs: atMs })
        .where('secretHash', '=', secretHash)
        .where('usedAtMs', 'is', null)
        .where('expiresAtMs', '>', atMs),
      { expectedChanges: 1 },
    )
  const get = async (id: string) => {
    const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
    return row && toAccount(row)
  }

  async function writeFromLink(statements: readonly Statement[]): Promise<void> {
    try {
      await writer.write(statements)
    } catch (cause) {
      if (cause instanceof WriteConflict) throw new DomainError('link_used', {}, { cause })
      if (isUniqueViolation(cause)) throw new DomainError('email_taken', {}, { cause })
      throw cause
    }
  }

  return {
    get,

    async count() {
      const row = await db.selectFrom('account').select(db.fn.countAll<number>().as('accounts')).executeTakeFirst()
      return row?.accounts ?? 0
    },

    async list() {
      const rows = await db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(toAccount)
    },

    async findByEmail(email) {
      const row = await db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()
      return row && { ...toAccount(row), passwordHash: row.passwordHash }
    },

    async passwordHashOf(id) {
      const row = await db.selectFrom('account').select('passwordHash').where('id', '=', id).executeTakeFirst()
      return row?.passwordHash
    },

    async update(id, { name, role, isDisabled }) {
      const fields = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(isDisabled === undefined ? {} : { isDisabled: toBit(isDisabled) }),
      }
      if (!(await get(id))) throw new DomainError('account_not_found')
      if (Object.keys(fields).length === 0) return
      let update = db.updateTable('account').set(fields).where('id', '=', id)
      if (role === 'facilitator' || isDisabled === true) {
        // In the statement itself: of two administrators who demote each other at once, one is refused.
        const others = sql<number>`(SELECT count(*) FROM account AS other
          WHERE other.role = 'administrator' AND other.is_disabled = 0 AND other.id <> ${id})`
        update = update.where(sql<boolean>`(role <> 'administrator' OR is_disabled = 1 OR ${others} > 0)`)
      }
      try {
        await writer.write([
          toStatement(update, { expectedChanges: 1 }),
          ...(isDisabled === true ? [deleteSignIns(id)] : []),
        ])
      } catch (cause) {
        if (cause instanceof WriteConflict) throw new DomainError('last_administrator', {}, { cause })
        throw cause
      }
    },

    async setPassword(id, passwordHash, keptTokenHash) {
      await writer.write([
        toStatement(db.updateTable('account').set({ passwordHash }).where('id', '=', id)),
        toStatement(db.deleteFrom('signIn').where('accountId', '=', id).where('tokenHash', '<>', keptTokenHash)),
      ])
    },

    async saveLink(link) {
      await writer.write([toStatement(db.insertInto('accountLink').values(link))])
    },

    getLink: (secretHash) =>
      db.selectFrom('accountLink').selectAll().where('secretHash', '=', secretHash).executeTakeFirst(),

    async createFromLink(link, { isDisabled, ...account }, signIn) {
      const atMs = signIn.createdAtMs
      const spendOthers = db
        .updateTable('accountLink')
        .set({ usedAtMs: atMs })
        .where('purpose', '=', 'first-administrator')
        .where('usedAtMs', 'is', null)
      await writeFromLink([
        spendLink(link.secretHash, atMs),
        ...(link.purpose === 'first-administrator' ? [toStatement(spendOthers)] : []),
        toStatement(db.insertInto('account').values({ ...account, isDisabled: toBit(isDisabled) })),
        insertSignIn(signIn),
      ])
    },

    async resetFromLink(link, passwordHash, signIn) {
      await writeFromLink([
        spendLink(link.secretHash, signIn.createdAtMs),
        toStatement(db.updateTable('account').set({ passwordHash }).where('id', '=', signIn.accountId)),
        deleteSignIns(signIn.accountId),
        insertSignIn(signIn),
      ])
    },

    async saveSignIn(signIn) {
      await writer.write([
        insertSignIn(signIn),
        // Nobody asks for those that are over; this keeps the table as small as the number of people.
        toStatement(db.deleteFrom('signIn').where('expiresAtMs', '<=', signIn.createdAtMs)),
        toStatement(
          db.updateTable('account').set({ lastSeenAtMs: signIn.createdAtMs }).where('id', '=', signIn.accountId),
        ),
      ])
    },

    async findBySignIn(tokenHash, nowMs) {
      const row = await db
        .selectFrom('signIn')
        .innerJoin('account', 'account.id', 'signIn.accountId')
        .selectAll('account')
        .where('signIn.tokenHash', '=', tokenHash)
        .where('signIn.expiresAtMs', '>', nowMs)
        .where('account.isDisabled', '=', 0)
        .executeTakeFirst()
      return row && toAccount(row)
    },

    async noteSeen(accountId, tokenHash, seenAtMs, expiresAtMs) {
      await writer.write([
        toStatement(db.updateTable('account').set({ lastSeenAtMs: seenAtMs }).where('id', '=', accountId)),
        toStatement(db.updateTable('signIn').set({ expiresAtMs }).where('tokenHash', '=', tokenHash)),
      ])
    },

    async deleteSignIn(tokenHash) {
      await writer.write([toStatement(db.deleteFrom('signIn').where('tokenHash', '=', tokenHash))])
    },

    async deleteSignIns(accountId) {
      await writer.write([deleteSignIns(accountId)])
    },
  }
}

function toAccount({ passwordHash: _, isDisabled, ...row }: AccountTable): Account {
  return { ...row, isDisabled: isDisabled === 1 }
}
