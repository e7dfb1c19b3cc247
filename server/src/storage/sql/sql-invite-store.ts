import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import type { Invite } from '../../domain/invite/invite.ts'
import type { InviteStore } from '../../domain/invite/invite-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { type InviteTable, toBit } from './tables.ts'
import { isForeignKeyViolation, isUniqueViolation, WriteConflict } from './writer.ts'

export function createSqlInviteStore({ db, writer }: SqlDatabase): InviteStore {
  const invites = () => db.selectFrom('invite').selectAll('invite')
  const summaries = () =>
    invites().select(
      sql<number>`(SELECT count(*) FROM participant WHERE participant.invite_id = invite.id)`.as('joinedCount'),
    )

  return {
    async create({ isSwitchedOff, ...invite }) {
      try {
        await writer.write([
          toStatement(db.insertInto('invite').values({ ...invite, isSwitchedOff: toBit(isSwitchedOff) })),
        ])
        return true
      } catch (cause) {
        if (isUniqueViolation(cause)) return false
        if (isForeignKeyViolation(cause)) throw new DomainError('board_not_found', {}, { cause })
        throw cause
      }
    },

    async get(boardId, id) {
      const row = await summaries().where('invite.boardId', '=', boardId).where('invite.id', '=', id).executeTakeFirst()
      return row && { ...toInvite(row), joinedCount: row.joinedCount }
    },

    async findByCode(code) {
      const row = await invites().where('invite.code', '=', code).executeTakeFirst()
      return row && toInvite(row)
    },

    async findBySecret(secretHash) {
      const row = await invites().where('invite.secretHash', '=', secretHash).executeTakeFirst()
      return row && toInvite(row)
    },

    async listByBoard(boardId) {
      const rows = await summaries()
        .where('invite.boardId', '=', boardId)
        .orderBy('invite.createdAtMs', 'desc')
        .orderBy('invite.id')
        .execute()
      return rows.map((row) => ({ ...toInvite(row), joinedCount: row.joinedCount }))
    },

    async setSwitchedOff(boardId, id, isSwitchedOff) {
      const update = db
        .updateTable('invite')
        .set({ isSwitchedOff: toBit(isSwitchedOff) })
        .where('boardId', '=', boardId)
        .where('id', '=', id)
      try {
        await writer.write([toStatement(update, { expectedChanges: 1 })])
      } catch (cause) {
        if (cause instanceof WriteConflict) throw new DomainError('not_found', {}, { cause })
        throw cause
      }
    },
  }
}

function toInvite({ isSwitchedOff, ...row }: InviteTable): Invite {
  return { ...row, isSwitchedOff: isSwitchedOff === 1 }
}
