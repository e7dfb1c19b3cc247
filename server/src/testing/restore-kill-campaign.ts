import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { loadBoard, readBoardRecords } from '../domain/room/load-board.ts'
import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { createSqlCheckpointStore } from '../storage/sql/sql-checkpoint-store.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { gzipRecordPacking } from '../system/gzip-record-packing.ts'
import { systemClock } from '../system/system-clock.ts'
import { generation, notesOfGeneration } from './generation.ts'
import { keepWriting } from './kill-campaign.ts'
import { connectRaw } from './raw-client.ts'
import { createSeededRandom } from './seeded-random.ts'
import { startSyncProcess } from './start-sync-process.ts'
import { testBoardId } from './sync-server.ts'
import { makeTempDir } from './temp-dir.ts'
import { until } from './until.ts'

export type RestoreKillResult = {
  readonly seed: number
  readonly rounds: number
  /** Restores that were answered before a kill, and those that are on the disk. */
  readonly answered: number
  readonly stored: number
  readonly acknowledged: number
  /** What was acknowledged, and is neither on the board nor in a checkpoint that a restore left behind. */
  readonly lost: readonly string[]
  /** Rounds after which the board was not one whole epoch with everything that belongs to it. */
  readonly torn: readonly string[]
}

/** Comes back after every restore and writes on. @returns the ids that were acknowledged, once the server is gone. */
async function writeThroughRestores(
  url: string,
  name: string,
  round: number,
  isGone: () => boolean,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (let visit = 0; !isGone(); visit += 1) {
    const client = await connectRaw(url, name, { isSynced: false })
    if (client.closed) break
    client.send(encodeSync('step1', Y.encodeStateVector(client.doc)))
    const read = keepWriting(client, `${name}_${visit}`, round)
    await until('the line to end', () => client.closed)
    acknowledged.push(...read())
    client.stop()
  }
  return acknowledged
}

/** Kills a server that restores its board without a pause while two people write; so many times. */
export async function runRestoreKillCampaign(rounds: number, seed: number): Promise<RestoreKillResult> {
  const random = createSeededRandom(seed)
  const dir = await makeTempDir()
  const path = join(dir.path, 'test.sqlite')
  const acknowledged = new Set<string>()
  const torn: string[] = []
  let answered = 0
  let state = await readState(path)
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startSyncProcess(path, { doing: 'restore' })
      let isGone = false
      const writing = Promise.all(
        ['ana', 'ben'].map((name) => writeThroughRestores(server.url, name, round, () => isGone)),
      )
      await until('the first restores', () => server.rounds() > 2)
      // The moment itself is what is random here, not something to wait for.
      await delay(random.next() * 300)
      isGone = true
      await server.kill()
      for (const id of (await writing).flat()) acknowledged.add(id)
      answered += server.rounds()
      state = await readState(path)
      const fault = faultOf(state, answered)
      if (fault) torn.push(`round ${round}: ${fault}`)
    }
    const lost = [...acknowledged].filter((id) => !state.kept.has(id))
    return { seed, rounds, answered, stored: state.epoch - 1, acknowledged: acknowledged.size, lost, torn }
  } finally {
    await dir.remove()
  }
}

type State = {
  readonly epoch: number
  readonly records: readonly BoardRecord[]
  readonly checkpoints: number
  readonly logged: readonly string[]
  /** Ids of what is on the board or in a checkpoint. */
  readonly kept: ReadonlySet<string>
}

async function readState(path: string): Promise<State> {
  const database = await openSqlDatabase(path)
  try {
    const logged: string[] = []
    const say = (_fields: object, sentence: string) => void logged.push(sentence)
    const logger = { info: () => undefined, warn: say, error: say }
    const log = createSqlBoardLog(database, systemClock)
    const { epoch, lastNumber } = await log.load(testBoardId)
    const records = lastNumber === 0 ? [] : readBoardRecords((await loadBoard(testBoardId, log, logger)).doc)
    const store = createSqlCheckpointStore(database)
    const kept = new Set(records.map(({ id }) => id))
    const checkpoints = await store.list(testBoardId)
    for (const { id } of checkpoints) {
      const contents = await store.readContents(testBoardId, id)
      const copy = contents && (await gzipRecordPacking.unpack(contents))
      if (!copy) logged.push(`the checkpoint ${id} is damaged`)
      for (const record of copy ?? []) kept.add(record.id)
    }
    return { epoch, records, checkpoints: checkpoints.length, logged, kept }
  } finally {
    await database.close()
  }
}

function faultOf({ epoch, records, checkpoints, logged }: State, answered: number): string | undefined {
  if (logged.length > 0) return logged.join(' ')
  if (epoch - 1 < answered) return `${answered} restores were answered, ${epoch - 1} are stored`
  if (checkpoints !== epoch - 1) return `${epoch - 1} restores have left ${checkpoints} checkpoints`
  const names = new Set(records.map(({ id }) => generation.nameOf(id)).filter((name) => name !== undefined))
  const notes = records.filter(({ id }) => generation.nameOf(id) !== undefined)
  if (names.size !== 1 || notes.length !== notesOfGeneration) return `${notes.length} notes of ${names.size} restores`
  return undefined
}
