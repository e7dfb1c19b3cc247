import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import type { Participant } from '../../domain/participant/participant.ts'
import type { ParticipantStore } from '../../domain/participant/participant-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { isForeignKeyViolation, isUniqueViolation } from './writer.ts'

/** One person's tabs and reinstalled pages; older tokens end, so that the table does not grow with every reload. */
const tokensKept = 10

export function createSqlParticipantStore({ db, writer }: SqlDatabase): ParticipantStore {
  return {
    async findGuestId(secretHash) {
      const row = await db.selectFrom('guest').select('id').where('secretHash', '=', secretHash).executeTakeFirst()
      return row?.id
    },

    findByToken: (tokenHash) =>
      db
        .selectFrom('joinToken')
        .innerJoin('participant', 'participant.id', 'joinToken.participantId')
        .selectAll('participant')
        .where('joinToken.tokenHash', '=', tokenHash)
        .executeTakeFirst(),

    findByGuest: (boardId, guestId) =>
      db
        .selectFrom('participant')
        .selectAll()
        .where('boardId', '=', boardId)
        .where('guestId', '=', guestId)
        .executeTakeFirst(),

    listByBoard: (boardId) =>
      db
        .selectFrom('participant')
        .selectAll()
        .where('boardId', '=', boardId)
        .orderBy('joinedAtMs')
        .orderBy('id')
        .execute(),

    findOnBoard: (boardId, id) =>
      db.selectFrom('participant').selectAll().where('boardId', '=', boardId).where('id', '=', id).executeTakeFirst(),

    async update(id, change) {
      await writer.write([toStatement(db.updateTable('participant').set(change).where('id', '=', id))])
    },

    async isFacilitatorSomewhere(guestId) {
      const row = await db
        .selectFrom('participant')
        .select('id')
        .where('guestId', '=', guestId)
        .where('role', '=', 'facilitator')
        .where('removedAtMs', 'is', null)
        .executeTakeFirst()
      return row !== undefined
    },

    async save(participant, guestSecretHash, token) {
      const { id, joinedAtMs, boardId, guestId, ...changing } = participant satisfies Participant
      const guest = guestSecretHash && { id: guestId, secretHash: guestSecretHash, createdAtMs: joinedAtMs }
      const newest = db
        .selectFrom('joinToken')
        .select('tokenHash')
        .where('participantId', '=', id)
        .orderBy(sql`rowid`, 'desc')
        .limit(tokensKept)
      try {
        await writer.write([
          ...(guest ? [toStatement(db.insertInto('guest').values(guest))] : []),
          toStatement(
            db
              .insertInto('participant')
              .values(participant)
              .onConflict((conflict) => conflict.column('id').doUpdateSet(changing)),
          ),
          toStatement(db.insertInto('joinToken').values({ ...token, participantId: id })),
          toStatement(db.deleteFrom('joinToken').where('participantId', '=', id).where('tokenHash', 'not in', newest)),
        ])
        return true
      } catch (cause) {
        if (isUniqueViolation(cause)) return false
        if (isForeignKeyViolation(cause)) throw new DomainError('board_not_found', {}, { cause })
        throw cause
      }
    },
  }
}
