import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { BoardLog, Damage, LoadedBoard } from '../../domain/room/board-log.ts'
import { checksum } from './checksum.ts'
import type { BoardSnapshotTable, Tables } from './tables.ts'

const unzip = promisify(gunzip)

/** Reads boards and tells what is damaged from what is sound. Works on any reading connection, on any thread. */
export function createBoardReader(db: Kysely<Tables>): Pick<BoardLog, 'load' | 'lastNumber'> {
  const snapshotsOf = (boardId: string) =>
    db.selectFrom('boardSnapshot').where('boardId', '=', boardId).orderBy('coversUpTo', 'desc')
  const updatesOf = (boardId: string, after: number) =>
    db.selectFrom('boardUpdate').where('boardId', '=', boardId).where('number', '>', after).orderBy('number')

  const readSnapshot = async (boardId: string, coversUpTo: number) => {
    const row = await orNothing(
      snapshotsOf(boardId).selectAll().where('coversUpTo', '=', coversUpTo).executeTakeFirst(),
    )
    return row && checksum(row.bytes) === row.checksum ? decodeSnapshot(row) : undefined
  }

  /** One by one: a torn page takes the rows on it, and no others. */
  const readEach = async (boardId: string, after: number) => {
    const rows: { number: number; bytes: Uint8Array | undefined }[] = []
    for (const { number } of await updatesOf(boardId, after).select('number').execute()) {
      const row = await orNothing(
        db.selectFrom('boardUpdate').select(['bytes', 'checksum']).where('number', '=', number).executeTakeFirst(),
      )
      rows.push({ number, bytes: row && checksum(row.bytes) === row.checksum ? row.bytes : undefined })
    }
    return rows
  }

  const readUpdates = async (boardId: string, after: number) => {
    const rows = await orNothing(updatesOf(boardId, after).select(['number', 'bytes', 'checksum']).execute())
    if (!rows) return readEach(boardId, after)
    return rows.map((row) => ({ ...row, bytes: checksum(row.bytes) === row.checksum ? row.bytes : undefined }))
  }

  return {
    async load(boardId, olderThan = Number.MAX_SAFE_INTEGER) {
      const known = await snapshotsOf(boardId).select('coversUpTo').execute()
      const damaged: Damage[] = []
      let snapshot: LoadedBoard['snapshot']
      for (const { coversUpTo } of known.filter((row) => row.coversUpTo < olderThan)) {
        const bytes = await readSnapshot(boardId, coversUpTo)
        if (bytes) {
          snapshot = { coversUpTo, bytes }
          break
        }
        damaged.push({ kind: 'snapshot', coversUpTo })
      }
      const rows = await readUpdates(boardId, snapshot?.coversUpTo ?? 0)
      return {
        snapshot,
        updates: rows.flatMap(({ number, bytes }) => (bytes ? [{ number, bytes: ownBytes(bytes) }] : [])),
        damaged: [
          ...damaged,
          ...rows.flatMap(({ number, bytes }) => (bytes ? [] : [{ kind: 'update' as const, number }])),
        ],
        lastNumber: Math.max(rows.at(-1)?.number ?? 0, known[0]?.coversUpTo ?? 0),
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
  }
}

/** As one Yjs v2 update, whatever form it was stored in; undefined when it has none of them. */
async function decodeSnapshot({ bytes, format }: BoardSnapshotTable): Promise<Uint8Array | undefined> {
  try {
    return format === 'yjs-v1' ? Y.convertUpdateFormatV1ToV2(bytes) : ownBytes(await unzip(bytes))
  } catch {
    // It passed its checksum, so it was stored like that: for whoever reads the board it is as good as damaged.
    return undefined
  }
}

/** Undefined when the pages it lies on are torn. */
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) return undefined
    throw error
  }
}

/** Handing a view to another thread would copy all of the buffer behind it. */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  const isOwn = bytes.byteLength === bytes.buffer.byteLength && !Buffer.isBuffer(bytes)
  return isOwn ? bytes : new Uint8Array(bytes)
}
