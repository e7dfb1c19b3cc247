import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { plainText } from '#shared/board/rich-text.ts'
import { loadBoard, readBoardRecords } from '../domain/room/load-board.ts'
import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { createSqlLayerStore } from '../storage/sql/sql-layer-store.ts'
import { systemClock } from '../system/system-clock.ts'
import { note } from './board-content.ts'
import { connectRaw } from './raw-client.ts'
import { createSeededRandom } from './seeded-random.ts'
import { startSyncProcess } from './start-sync-process.ts'
import { testBoardId } from './sync-server.ts'
import { makeTempDir } from './temp-dir.ts'
import { until } from './until.ts'

export type RevealKillResult = {
  readonly seed: number
  readonly rounds: number
  /** Reveals that were answered before a kill. */
  readonly answered: number
  readonly acknowledged: number
  /** Notes on the board and notes still in layers, in the end. */
  readonly revealed: number
  readonly alone: number
  /** What was acknowledged, and is neither on the board nor in its layer. */
  readonly lost: readonly string[]
  /** What is there twice. */
  readonly doubled: readonly string[]
}

/** Half of them under a name, half of them not; told apart by what their notes say. */
const writers = ['ana', 'ben', 'eva&anonymous=1']

/** Writes alone and comes back after every reveal. @returns the words that were acknowledged, once the server is gone. */
async function writeThroughReveals(
  url: string,
  token: string,
  round: number,
  isGone: () => boolean,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (let visit = 0; !isGone(); visit += 1) {
    const line = await connectRaw(url, token, { boardId: `${testBoardId}/own`, isSynced: false })
    const written: string[] = []
    const saved = () => line.saved.at(-1)?.count ?? 0
    const writeMore = () => {
      while (line.socket.readyState === line.socket.OPEN && written.length < saved() + 3) {
        const words = `${token.slice(0, 3)}-${round}-${visit}-${written.length}.`
        written.push(words)
        line.edit((records) => records.put(note(`shape:${words.replaceAll(/[-.]/g, '_')}`, words)))
      }
    }
    line.socket.on('message', writeMore)
    writeMore()
    await until('the line to end', () => line.closed)
    acknowledged.push(...written.slice(0, saved()))
    line.stop()
  }
  return acknowledged
}

/** Kills a server that reveals without a pause what three people write alone; so many times. */
export async function runRevealKillCampaign(rounds: number, seed: number): Promise<RevealKillResult> {
  const random = createSeededRandom(seed)
  const dir = await makeTempDir()
  const path = join(dir.path, 'test.sqlite')
  const acknowledged = new Set<string>()
  let answered = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startSyncProcess(path, { doing: 'reveal' })
      let isGone = false
      const writing = Promise.all(writers.map((name) => writeThroughReveals(server.url, name, round, () => isGone)))
      await until('the first reveals', () => server.rounds() > 2)
      // The moment itself is what is random here, not something to wait for.
      await delay(random.next() * 300)
      isGone = true
      await server.kill()
      for (const words of (await writing).flat()) acknowledged.add(words)
      answered += server.rounds()
    }
    const { revealed, alone } = await readState(path)
    const all = [...revealed, ...alone]
    const there = new Set(all)
    return {
      ...{ seed, rounds, answered, acknowledged: acknowledged.size, revealed: revealed.length, alone: alone.length },
      lost: [...acknowledged].filter((words) => !there.has(words)),
      doubled: all.filter((words, i) => all.indexOf(words) !== i),
    }
  } finally {
    await dir.remove()
  }
}

/** The words of all notes, on the board and in layers. */
async function readState(path: string): Promise<{ readonly revealed: string[]; readonly alone: string[] }> {
  const database = await openSqlDatabase(path)
  try {
    const log = createSqlBoardLog(database, systemClock)
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const wordsIn = async (id: string) => {
      const { doc } = await loadBoard(id, log, logger)
      const notes = readBoardRecords(doc).filter(({ type }) => type === 'note')
      doc.destroy()
      return notes.map(({ props }) => plainText(props?.richText).trim())
    }
    const alone: string[] = []
    for (const { id } of await createSqlLayerStore(database).list(testBoardId)) alone.push(...(await wordsIn(id)))
    return { revealed: await wordsIn(testBoardId), alone }
  } finally {
    await database.close()
  }
}
