import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { DomainError } from '#shared/errors.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import type { BoardLog } from '../domain/room/board-log.ts'
import { createMemoryBoardLog } from '../storage/memory/memory-board-log.ts'
import { note } from './board-content.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import { boardMember, members, startSyncServer, testBoardId } from './sync-server.ts'
import { until } from './until.ts'

const names = ['ana', 'ben', 'eva']
const ownLayer = `${testBoardId}/own`
/** Each has a line to the board, and one to what she writes alone. */
const lines = names.flatMap((name) => [testBoardId, ownLayer].map((boardId) => ({ name, boardId })))
const kinds = [
  ...(['come', 'come', 'leave', 'write', 'write', 'write', 'restore'] as const),
  ...(['reveal', 'read', 'add', 'add', 'send away'] as const),
] as const
/** Rooms leave memory at once, soon, or stay: all three meet whoever comes. */
const keptMs = [0, 1, 20] as const
const mostTurns = 6

export type EpochsResult = {
  readonly restored: number
  readonly acknowledged: number
  /** What went against a promise. */
  readonly faults: readonly string[]
}

/** A log that takes its time before and after each thing it does, more or less of it, and now and then does nothing. */
function hesitate(log: BoardLog, random: SeededRandom, fails: { oneIn: number }): BoardLog {
  const pause = async () => {
    for (let left = random.below(mostTurns); left > 0; left -= 1) await turn()
  }
  return new Proxy(log, {
    get(target, name: keyof BoardLog) {
      const act = target[name] as (...given: unknown[]) => Promise<unknown>
      return async (...given: unknown[]) => {
        await pause()
        if (fails.oneIn > 0 && random.below(fails.oneIn) === 0) throw new Error('SQLITE_IOERR')
        const answer = await act(...given)
        await pause()
        return answer
      }
    },
  })
}

/**
 * People come, write, alone and together, leave and are sent away while their board is restored and what they wrote
 * alone is revealed again and again, each at a random moment of the others. Everybody must get the board or be sent
 * away, what was acknowledged must be on the board, alone or in what a restore kept, nothing twice, and the server must
 * come to its end.
 *
 * @param failsOneIn - how often the store does nothing but fail; 0 for never
 */
export async function runEpochsCampaign(
  seed: number,
  { steps, failsOneIn = 0 }: { readonly steps: number; readonly failsOneIn?: number },
): Promise<EpochsResult> {
  const random = createSeededRandom(seed)
  const fails = { oneIn: failsOneIn }
  const server = await startSyncServer({
    log: hesitate(createMemoryBoardLog(), createSeededRandom(seed + 1_000_000), fails),
    members: members(Object.fromEntries(names.map((name) => [name, 'editor']))),
    emptyRoomKeptMs: random.pick(keptMs),
  })
  const faults: string[] = []
  const underWay: Promise<unknown>[] = []
  const here = new Map<(typeof lines)[number], Visit>()
  const visits: Visit[] = []
  const kept = new Set<string>()
  const added: string[] = []
  let restored = 0
  let made = 0

  /** What may fail: with a reason that is meant for people, and never without an end. */
  const track = <T>(what: string, doing: Promise<T>, onDone: (result: T) => void = () => undefined) => {
    const watched = doing.then(onDone, (cause: unknown) => {
      if (!(cause instanceof DomainError) && !String(cause).includes('SQLITE_IOERR'))
        faults.push(`${what}: ${String(cause)}`)
    })
    underWay.push(watched)
  }

  const restore = () => {
    restored += 1
    const records = [...rootRecords, note(`shape:epoch_${restored}`, 'restored')]
    const keep = async (before: readonly BoardRecord[]) => {
      for (const words of wordsOf(before)) kept.add(words)
      const contents = new Uint8Array()
      const facts = { id: `before-${restored}`, boardId: testBoardId, kind: 'before_restore' as const, title: null }
      const by = { createdAtMs: 8, createdBy: 'fay', createdByName: 'Fay' }
      return { ...facts, ...by, shapeCount: before.length, bytes: 0, contents }
    }
    const restoration = { title: 'Before voting', copiedAtMs: 7, byName: 'Fay' }
    track('a restore', server.rooms.restore(testBoardId, { records, restoration, participantId: 'fay', keep }))
  }

  const step = () => {
    const line = random.pick(lines)
    const visit = here.get(line)
    const kind = random.pick(kinds)
    made += 1
    if (kind === 'restore') {
      restore()
    } else if (kind === 'reveal') {
      const facilitator = boardMember('fay', { role: 'facilitator' })
      track('a reveal', server.layers.reveal(facilitator, { scope: 'all' }))
    } else if (kind === 'read') {
      track('reading', server.rooms.readRecords(testBoardId))
    } else if (kind === 'add') {
      const words = `added_${made}`
      track(
        'adding',
        server.rooms.add(testBoardId, [note(`shape:${words}`, words)], 'fay'),
        (count) => void (count > 0 && added.push(words)),
      )
    } else if (kind === 'send away') {
      server.rooms.disconnect(testBoardId, 'goingAway', ({ participantId }) => participantId === line.name)
    } else if (!visit) {
      const next = visitOf(server.url, line)
      visits.push(next)
      here.set(line, next)
      track(`${line.name} opening ${line.boardId}`, next.opened)
    } else if (kind === 'leave' || visit.isOver()) {
      here.delete(line)
      visit.leave()
    } else {
      visit.write(`${line.name}_${made}`)
    }
  }

  try {
    restore()
    await Promise.all(underWay)
    for (let i = 0; i < steps; i += 1) {
      step()
      for (let turns = random.below(mostTurns); turns > 0; turns -= 1) await turn()
    }
    fails.oneIn = 0
    await within('all that was under way to end', Promise.all(underWay))
    for (const visit of here.values()) {
      await until('what was written to be acknowledged', () => visit.isOver() || visit.isSaved())
    }
    const late = await comeBackUntilLetIn(server.url, { name: 'ana', boardId: testBoardId })
    const inTheEnd = wordsOf(await untilShown(late, () => server.rooms.readRecords(testBoardId)))
    late.stop()
    for (const name of names) {
      const own = await comeBackUntilLetIn(server.url, { name, boardId: ownLayer })
      inTheEnd.push(...wordsOf(own.records.readAll()))
      own.stop()
    }
    for (const words of inTheEnd) kept.add(words)
    for (const words of inTheEnd.filter((each, i) => inTheEnd.indexOf(each) !== i))
      faults.push(`${words} is there twice`)
    const acknowledged = [...visits.flatMap((visit) => visit.acknowledged()), ...added]
    for (const words of acknowledged) if (!kept.has(words)) faults.push(`${words} was acknowledged and is nowhere`)
    if (failsOneIn === 0) for (const { level, sentence } of server.logged) if (level === 'error') faults.push(sentence)
    return { restored, acknowledged: acknowledged.length, faults }
  } finally {
    for (const visit of here.values()) visit.leave()
    await within('the server to stop', server.stop())
  }
}

/** A room that ends takes nobody more; the next one is there a moment later. */
async function comeBackUntilLetIn(url: string, { name, boardId }: (typeof lines)[number]): Promise<RawClient> {
  for (;;) {
    const client = await connectRaw(url, name, { boardId, isSynced: false })
    if (!client.closed) client.send(encodeSync('step1', Y.encodeStateVector(client.doc)))
    await until('the board', () => client.closed || client.hasBoard)
    if (!client.closed) return client
    client.stop()
  }
}

/** Waits until somebody sees what is stored: what a failed commit held up comes a moment later. @returns what it is */
async function untilShown(
  client: RawClient,
  read: () => Promise<readonly BoardRecord[]>,
): Promise<readonly BoardRecord[]> {
  let shown: readonly BoardRecord[] | undefined
  let isReading = false
  return until('who comes last to see what is stored', () => {
    if (isReading) return shown
    isReading = true
    void read().then((records) => {
      if (idsOf(records) === idsOf(client.records.readAll())) shown = records
      isReading = false
    })
    return shown
  })
}

const idsOf = (records: readonly BoardRecord[]) =>
  records
    .map(({ id }) => id)
    .sort()
    .join()

/** A note keeps its words where a reveal gives it another id. */
const wordsOf = (records: readonly BoardRecord[]): string[] =>
  records.filter(({ type }) => type === 'note').map(({ props }) => plainText(props?.richText).trim())

type Visit = {
  /** Resolves when the board is there, or the visitor was sent away. */
  readonly opened: Promise<void>
  write(words: string): void
  isOver(): boolean
  isSaved(): boolean
  acknowledged(): readonly string[]
  leave(): void
}

function visitOf(url: string, { name, boardId }: (typeof lines)[number]): Visit {
  let client: RawClient | undefined
  let isLeaving = false
  const written: string[] = []
  const hasBoard = () => client?.hasBoard ?? false
  const savedCount = () => client?.saved.at(-1)?.count ?? 0
  const open = async () => {
    client = await connectRaw(url, name, { boardId, isSynced: false })
    if (isLeaving) client.stop()
    else if (!client.closed) client.send(encodeSync('step1', Y.encodeStateVector(client.doc)))
    await until('the board', () => isLeaving || client?.closed || hasBoard())
  }
  return {
    opened: open(),
    write(words) {
      if (!client || client.closed || !hasBoard()) return
      written.push(words)
      client.edit((records) => records.put(note(`shape:${words}`, words)))
    },
    isOver: () => client?.closed !== undefined,
    isSaved: () => savedCount() === written.length,
    acknowledged: () => written.slice(0, savedCount()),
    leave() {
      isLeaving = true
      client?.stop()
    },
  }
}

async function within<T>(what: string, doing: Promise<T>): Promise<T> {
  let isDone = false
  const done = doing.finally(() => {
    isDone = true
  })
  await Promise.race([done, until(what, () => isDone)])
  return done
}
