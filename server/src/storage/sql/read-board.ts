import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { BoardLog, Damage, LoadedBoard } from '../../domain/room/board-log.ts'
import { checksum } from './checksum.ts'
import type { BoardSnapshotTable, Tables } from './tables.ts'

const unzip = promisify(gunzip)

type BoardEpoch = { readonly boardId: string; readonly epoch: number }

/** Reads boards and tells what is damaged from what is sound. Works on any reading connection, on any thread. */
export function createBoardReader(
  db: Kysely<Tables>,
): Pick<BoardLog, 'load' | 'loadBeginning' | 'goneShapes' | 'lastNumber'> {
  const epochsOf = (boardId: string) => db.selectFrom('boardEpoch').where('boardId', '=', boardId).orderBy('epoch')
  const snapshotsOf = (boardId: string) =>
    db.selectFrom('boardSnapshot').where('boardId', '=', boardId).orderBy('coversUpTo', 'desc')
  const updatesOf = ({ boardId, epoch }: BoardEpoch, after: number) =>
    db
      .selectFrom('boardUpdate')
      .where('boardId', '=', boardId)
      .where('epoch', '=', epoch)
      .where('number', '>', after)
      .orderBy('number')

  const readSnapshot = async (boardId: string, coversUpTo: number) => {
    const row = await orNothing(
      snapshotsOf(boardId).selectAll().where('coversUpTo', '=', coversUpTo).executeTakeFirst(),
    )
    return row && checksum(row.bytes) === row.checksum ? decodeSnapshot(row) : undefined
  }

  /** One by one: a torn page takes the rows on it, and no others. Their numbers are read from the index alone. */
  const readEach = async ({ boardId, epoch }: BoardEpoch, after: number) => {
    const rows: { number: number; bytes: Uint8Array | undefined }[] = []
    const numbers = db.selectFrom('boardUpdate').select('number').where('boardId', '=', boardId)
    for (const { number } of await numbers.where('number', '>', after).orderBy('number').execute()) {
      const whole = db.selectFrom('boardUpdate').select(['epoch', 'bytes', 'checksum']).where('number', '=', number)
      const row = await orNothing(whole.executeTakeFirst())
      if (row && row.epoch !== epoch) continue
      rows.push({ number, bytes: row && checksum(row.bytes) === row.checksum ? row.bytes : undefined })
    }
    return rows
  }

  const readUpdates = async (board: BoardEpoch, after: number) => {
    const rows = await orNothing(updatesOf(board, after).select(['number', 'bytes', 'checksum']).execute())
    if (!rows) return readEach(board, after)
    return rows.map((row) => ({ ...row, bytes: checksum(row.bytes) === row.checksum ? row.bytes : undefined }))
  }

  /** How far the log of a board, or of somebody's layer, went when it was last changed. */
  const noteOfLast = async (id: string) => {
    const board = await db.selectFrom('board').select('lastNumber').where('id', '=', id).executeTakeFirst()
    const found = board ?? (await db.selectFrom('layer').select('lastNumber').where('id', '=', id).executeTakeFirst())
    return found?.lastNumber ?? 0
  }

  const newestNumber = async (boardId: string) => {
    const update = await db
      .selectFrom('boardUpdate')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('boardId', '=', boardId)
      .executeTakeFirst()
    const snapshot = await snapshotsOf(boardId).select('coversUpTo').limit(1).executeTakeFirst()
    return Math.max(update?.number ?? 0, snapshot?.coversUpTo ?? 0)
  }

  return {
    async load(boardId, olderThan = Number.MAX_SAFE_INTEGER) {
      // Before the rows: what is committed while they are read would seem to be missing.
      const upTo = await noteOfLast(boardId)
      const epochs = await epochsOf(boardId)
        .select(['epoch', 'retired', 'retiredChecksum', 'title', 'copiedAtMs', 'byName'])
        .execute()
      const last = epochs.at(-1)
      const epoch = last?.epoch ?? 1
      const retired = epochs.filter((row) => checksum(row.retired) === row.retiredChecksum)
      const lost = epochs.filter((row) => !retired.includes(row))
      const known = await snapshotsOf(boardId).select('coversUpTo').where('epoch', '=', epoch).execute()
      const damaged: Damage[] = lost.map((row) => ({ kind: 'epoch', epoch: row.epoch }))
      let snapshot: LoadedBoard['snapshot']
      for (const { coversUpTo } of known.filter((row) => row.coversUpTo < olderThan)) {
        const bytes = await readSnapshot(boardId, coversUpTo)
        if (bytes) {
          snapshot = { coversUpTo, bytes }
          break
        }
        damaged.push({ kind: 'snapshot', coversUpTo })
      }
      const rows = await readUpdates({ boardId, epoch }, snapshot?.coversUpTo ?? 0)
      const lastNumber = Math.max(rows.at(-1)?.number ?? 0, known[0]?.coversUpTo ?? 0)
      // Rows of an epoch that is over count as well: they are there, and only not read.
      if (upTo > lastNumber && upTo > (await newestNumber(boardId))) damaged.push({ kind: 'missing', upTo })
      return {
        epoch,
        snapshot,
        updates: rows.flatMap(({ number, bytes }) => (bytes ? [{ number, bytes: ownBytes(bytes) }] : [])),
        damaged: [
          ...damaged,
          ...rows.flatMap(({ number, bytes }) => (bytes ? [] : [{ kind: 'update' as const, number }])),
        ],
        lastNumber,
        retired: retired.map((row) => ownBytes(row.retired)),
        restoration: last && { title: last.title, copiedAtMs: last.copiedAtMs, byName: last.byName },
      }
    },
    goneShapes: (boardId) =>
      db.selectFrom('goneShape').select(['recordId', 'makerId']).where('boardId', '=', boardId).execute(),
    async loadBeginning(boardId) {
      const row = (await epochsOf(boardId).select(['state', 'checksum']).execute()).at(-1)
      return row?.state && checksum(row.state) === row.checksum ? ownBytes(row.state) : undefined
    },
    lastNumber: newestNumber,
  }
}

/** As one Yjs v2 update, whatever form it was stored in; undefined when it has none of them. */
async function decodeSnapshot({
  bytes,
  format,
}: Pick<BoardSnapshotTable, 'bytes' | 'format'>): Promise<Uint8Array | undefined> {
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
