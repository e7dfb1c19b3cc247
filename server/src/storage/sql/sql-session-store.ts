import { DomainError } from '#shared/errors.ts'
import { type Session, sessionSchema } from '#shared/session/session.ts'
import type { SaidCommand, SessionStore, StepGuest, StepRecord } from '../../domain/session/session-store.ts'
import { checksum } from './checksum.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import type { SessionTable, StepRecordTable } from './tables.ts'
import { isForeignKeyViolation, isUniqueViolation, type Statement, WriteConflict } from './writer.ts'

export function createSqlSessionStore({ db, writer }: SqlDatabase): SessionStore {
  const ofBoard = (boardId: string) => db.selectFrom('session').selectAll().where('boardId', '=', boardId)

  const saidStatement = (sessionId: string, version: number, { key, by, atMs, command }: SaidCommand): Statement =>
    toStatement(
      db.insertInto('sessionCommand').values({
        ...{ sessionId, key, version, atMs },
        participantId: by.participantId,
        name: by.name,
        command: JSON.stringify(command),
      }),
    )

  return {
    async create(session, atMs) {
      const row = { id: session.id, boardId: session.boardId, createdAtMs: atMs, ...stateOf(session) }
      try {
        await writer.write([toStatement(db.insertInto('session').values(row))])
      } catch (cause) {
        if (isUniqueViolation(cause)) throw new DomainError('session_exists', {}, { cause })
        if (isForeignKeyViolation(cause)) throw new DomainError('board_not_found', {}, { cause })
        throw cause
      }
    },

    async current(boardId) {
      const row = await ofBoard(boardId).where('endedAtMs', 'is', null).executeTakeFirst()
      return row && toSession(row)
    },

    async find(boardId, id) {
      const row = await ofBoard(boardId).where('id', '=', id).executeTakeFirst()
      return row && toSession(row)
    },

    async listOver(boardId) {
      const rows = await ofBoard(boardId).where('endedAtMs', 'is not', null).orderBy('endedAtMs', 'desc').execute()
      return rows.flatMap((row) => {
        const { id, plan, run } = toSession(row)
        if (run.status !== 'ended') return []
        return [{ id, title: plan.title, startedAtMs: run.startedAtMs, endedAtMs: run.endedAtMs }]
      })
    },

    async hasCommand(sessionId, participantId, key) {
      const row = await db
        .selectFrom('sessionCommand')
        .select('version')
        .where('sessionId', '=', sessionId)
        .where('participantId', '=', participantId)
        .where('key', '=', key)
        .executeTakeFirst()
      return row !== undefined
    },

    async save(before, after, said, left) {
      const update = db
        .updateTable('session')
        .set(stateOf(after))
        .where('id', '=', before.id)
        .where('version', '=', before.version)
      try {
        await writer.write([
          ...(after === before ? [] : [toStatement(update, { expectedChanges: 1 })]),
          ...(said ? [saidStatement(before.id, after.version, said)] : []),
          // Left and come back to in one millisecond, it is one stay.
          ...(left
            ? [
                toStatement(
                  db
                    .insertInto('stepRecord')
                    .values(toRow(left))
                    .onConflict((same) => same.doNothing()),
                ),
              ]
            : []),
        ])
        return true
      } catch (cause) {
        if (cause instanceof WriteConflict || isUniqueViolation(cause)) return false
        throw cause
      }
    },

    async keepStepRecord(record) {
      const row = toRow(record)
      const { people, notesByZone, checkpointId, keeping } = row
      const place = ['sessionId', 'enteredAtMs', 'stepId'] as const
      const insert = db
        .insertInto('stepRecord')
        .values(row)
        .onConflict((same) => same.columns(place).doUpdateSet({ people, notesByZone, checkpointId, keeping }))
      await writer.write([toStatement(insert)])
    },

    async stepRecords(sessionId) {
      const rows = await db
        .selectFrom('stepRecord')
        .selectAll()
        .where('sessionId', '=', sessionId)
        .orderBy('enteredAtMs')
        .orderBy('leftAtMs')
        .execute()
      return rows.map(fromRow)
    },

    async listDue() {
      const rows = await db
        .selectFrom('stepRecord')
        .innerJoin('session', 'session.id', 'stepRecord.sessionId')
        .selectAll('stepRecord')
        .select('session.boardId')
        .where('keeping', '=', 'due')
        .orderBy('leftAtMs')
        .execute()
      return rows.map(({ boardId, ...row }) => ({ boardId, record: fromRow(row) }))
    },

    async addGuests(sessionId, guests) {
      const insert = (guest: StepGuest) =>
        db
          .insertInto('sessionGuest')
          .values({ sessionId, participantId: guest.participantId, guest: JSON.stringify(guest) })
          .onConflict((same) =>
            same.columns(['sessionId', 'participantId']).doUpdateSet({ guest: JSON.stringify(guest) }),
          )
      await writer.write(guests.map((guest) => toStatement(insert(guest))))
    },

    async guests(sessionId) {
      const rows = await db
        .selectFrom('sessionGuest')
        .select('guest')
        .where('sessionId', '=', sessionId)
        .orderBy('number')
        .execute()
      return rows.map(({ guest }) => JSON.parse(guest))
    },
  }
}

function stateOf(session: Session): Pick<SessionTable, 'version' | 'state' | 'checksum' | 'endedAtMs'> {
  const state = JSON.stringify(session)
  return {
    version: session.version,
    state,
    checksum: checksum(new TextEncoder().encode(state)),
    endedAtMs: session.run.status === 'ended' ? session.run.endedAtMs : null,
  }
}

/** What is not what was written is no session: half of a plan must not run a room full of people. */
function toSession({ id, state, checksum: written }: SessionTable): Session {
  if (checksum(new TextEncoder().encode(state)) !== written) throw new DomainError('session_damaged', { sessionId: id })
  return sessionSchema.parse(JSON.parse(state))
}

function toRow({ title, people, notesByZone, tables, ...record }: StepRecord): StepRecordTable {
  return {
    ...record,
    title: JSON.stringify(title),
    people: JSON.stringify(people),
    notesByZone: notesByZone && JSON.stringify(notesByZone),
    tables: tables && JSON.stringify(tables),
  }
}

function fromRow({ title, people, notesByZone, tables, ...row }: StepRecordTable): StepRecord {
  return {
    ...row,
    title: JSON.parse(title),
    // Before there were tables' devices, everybody was one.
    people: JSON.parse(people).map((guest: StepGuest) => ({ ...guest, standsFor: guest.standsFor ?? 1 })),
    tables: tables === null ? null : JSON.parse(tables),
    notesByZone: notesByZone === null ? null : JSON.parse(notesByZone),
  }
}
