import type { Clock } from '../../domain/clock.ts'
import type { BoardLog, LoggedUpdate } from '../../domain/room/board-log.ts'
import { checksum } from './checksum.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'

/** The board log over the writer thread. Rows and snapshots carry a checksum; a read tells damaged ones apart. */
export function createSqlBoardLog({ db, writer }: SqlDatabase, clock: Clock): BoardLog {
  const insertUpdate = ({ boardId, bytes, participantId, atMs }: LoggedUpdate) =>
    toStatement(
      db
        .insertInto('boardUpdate')
        .values({ boardId, bytes: ownBytes(bytes), checksum: checksum(bytes), participantId, atMs })
        .returning('number'),
    )
  const markChanged = ({ boardId, participantId, atMs }: LoggedUpdate) =>
    toStatement(db.updateTable('board').set({ changedAtMs: atMs, changedBy: participantId }).where('id', '=', boardId))

  const snapshotsOf = (boardId: string) =>
    db.selectFrom('boardSnapshot').where('boardId', '=', boardId).orderBy('coversUpTo', 'desc')

  return {
    async append(updates) {
      const lastEdits = new Map(updates.filter((update) => update.isEdit).map((update) => [update.boardId, update]))
      const results = await writer.write([
        ...updates.map(insertUpdate),
        // In the same commit, so that a board's "changed" never runs ahead of what is on it.
        ...[...lastEdits.values()].map(markChanged),
      ])
      const row = results[updates.length - 1]?.rows[0]
      return isNumbered(row) ? row.number : 0
    },
    async load(boardId) {
      const snapshots = await snapshotsOf(boardId).selectAll().execute()
      const good = snapshots.find((row) => checksum(row.bytes) === row.checksum)
      const damagedSnapshots = good ? snapshots.indexOf(good) : snapshots.length
      const rows = await db
        .selectFrom('boardUpdate')
        .selectAll()
        .where('boardId', '=', boardId)
        .where('number', '>', good?.coversUpTo ?? 0)
        .orderBy('number')
        .execute()
      const updates = rows.filter((row) => checksum(row.bytes) === row.checksum).map((row) => ownBytes(row.bytes))
      return {
        snapshot: good && ownBytes(good.bytes),
        updates,
        damaged: rows.length - updates.length + damagedSnapshots,
        lastNumber: Math.max(rows.at(-1)?.number ?? 0, snapshots[0]?.coversUpTo ?? 0),
      }
    },
    async lastNumber(boardId) {
      const update = await db
        .selectFrom('boardUpdate')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('boardId', '=', boardId)
        .executeTakeFirst()
      const snapshot = await snapshotsOf(boardId).select('coversUpTo').limit(1).executeTakeFirst()
      return Math.max(update?.number ?? 0, snapshot?.coversUpTo ?? 0)
    },
    async saveSnapshot(boardId, state, coversUpTo) {
      const [previous, ...older] = await snapshotsOf(boardId).select('coversUpTo').execute()
      if (previous?.coversUpTo === coversUpTo) return
      await writer.write([
        toStatement(
          db
            .insertInto('boardSnapshot')
            .values({ boardId, coversUpTo, bytes: ownBytes(state), checksum: checksum(state), atMs: clock.nowMs() }),
        ),
        toStatement(
          db
            .deleteFrom('boardUpdate')
            .where('boardId', '=', boardId)
            .where('number', '<=', previous?.coversUpTo ?? 0),
        ),
        ...older.map((row) =>
          toStatement(
            db.deleteFrom('boardSnapshot').where('boardId', '=', boardId).where('coversUpTo', '=', row.coversUpTo),
          ),
        ),
      ])
    },
  }
}

/** Handing a view to the writer thread would copy all of the buffer behind it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}

function isNumbered(row: unknown): row is { number: number } {
  return typeof row === 'object' && row !== null && 'number' in row && typeof row.number === 'number'
}
