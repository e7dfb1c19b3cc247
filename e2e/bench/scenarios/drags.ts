import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { startGenerator } from '../load/start-generator.ts'
import { startOurs } from '../servers/ours.ts'
import type { Scenario } from './scenario.ts'

const name = 'drags'
const people = 20
const records = 5_000
const unloadedWithinMs = 90_000

export type DragsOutcome = {
  readonly steps: number
  readonly stepsPerSecond: number
  readonly bytesPerStep: number
  /** What opens the board: its newest snapshot and the rows since. */
  readonly storedBytes: number
  /** With the snapshot before, which is kept in case. */
  readonly keptBytes: number
  /** The same records written into a fresh document, in the form in which snapshots are stored. */
  readonly contentBytes: number
}

/** A million steps leave a board as large as its content. */
export const drags: Scenario = {
  name,
  kind: 'long',
  title: `A million steps of dragging on a board of ${records.toLocaleString('en')} notes`,
  columns: [
    { value: 'steps', title: 'steps', unit: 'number' },
    { value: 'stepsPerSecond', title: 'steps a second', unit: 'number' },
    { value: 'bytesPerStep', title: 'bytes a step', unit: 'number' },
    { value: 'storedBytes', title: 'stored kB', unit: 'kB' },
    { value: 'keptBytes', title: 'with the snapshot before, kB', unit: 'kB' },
    { value: 'contentBytes', title: 'its content alone, kB', unit: 'kB' },
    { value: 'ratio', title: 'stored ÷ content', unit: 'number' },
  ],
  async *run({ isShort }) {
    const outcome = await dragAbout(isShort ? 50_000 : 1_000_000)
    const values = { ...outcome, ratio: outcome.storedBytes / outcome.contentBytes }
    yield { scenario: name, part: `${people} people`, server: 'ours', way: '', values, marks: [] }
  },
}

async function dragAbout(steps: number): Promise<DragsOutcome> {
  const server = await startOurs()
  const generator = startGenerator(server)
  try {
    const lines = await server.lines({ people })
    const { ms, sentBytes, ...dragged } = await generator.run({ kind: 'drag', lines, records, steps })
    await untilUnloaded(server)
    const boardId = /\/sync\/([^?]+)/.exec(lines[0]?.url ?? '')?.[1] ?? ''
    const contentBytes = freshSize(await server.readRecords(boardId))
    return {
      steps: dragged.steps,
      stepsPerSecond: (dragged.steps / ms) * 1_000,
      bytesPerStep: sentBytes / dragged.steps,
      contentBytes,
      ...storedSize(server.databasePath, boardId),
    }
  } finally {
    await generator.stop()
    await server.stop()
  }
}

/** When the last has left, the log becomes a snapshot. */
async function untilUnloaded(server: { liveBoards(): Promise<number> }): Promise<void> {
  const deadline = performance.now() + unloadedWithinMs
  while ((await server.liveBoards()) > 0) {
    if (performance.now() > deadline) throw new Error('the board does not leave memory')
    await wait(250)
  }
}

function freshSize(board: readonly BoardRecord[]): number {
  const doc = new Y.Doc()
  const fresh = openBoardRecords(doc)
  doc.transact(() => {
    for (const record of board) fresh.put(record)
  })
  return gzipSync(Y.encodeStateAsUpdateV2(doc)).byteLength
}

function storedSize(path: string, boardId: string): Pick<DragsOutcome, 'storedBytes' | 'keptBytes'> {
  const database = new Sqlite(path, { readonly: true })
  const query = (sql: string) => database.prepare<[string], { covers: number; size: number }>(sql).all(boardId)
  const snapshots = query(
    'SELECT covers_up_to AS covers, length(bytes) AS size FROM board_snapshot WHERE board_id = ? ORDER BY covers_up_to DESC',
  )
  const rows = query('SELECT number AS covers, length(bytes) AS size FROM board_update WHERE board_id = ?')
  database.close()
  const [newest = { covers: 0, size: 0 }] = snapshots
  const sizeOf = (parts: readonly { size: number }[]) => parts.reduce((sum, { size }) => sum + size, 0)
  return {
    storedBytes: newest.size + sizeOf(rows.filter(({ covers }) => covers > newest.covers)),
    keptBytes: sizeOf(snapshots) + sizeOf(rows),
  }
}
