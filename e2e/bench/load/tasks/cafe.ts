import { setTimeout as wait } from 'node:timers/promises'
import type { RevealRequest } from '#shared/http/layers.ts'
import type { SessionNow, SessionSummary } from '#shared/http/sessions.ts'
import type { VoteRoundView } from '#shared/http/votes.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { createDeliveries } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import { createMoments, type Moment } from '../moments.ts'
import { findEdits } from '../notes.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd } from '../person.ts'
import { createPresenter } from '../presenter.ts'
import { openWindow, type WindowResult } from '../window.ts'
import {
  type CafeZone,
  inTurns,
  mixRule,
  planRounds,
  putUpIdeas,
  requireEqual,
  tallyOf,
  voteSetup,
  votesOf,
  writeAlone,
} from './cafe-parts.ts'

/** The hybrid café with everybody in it: writing alone, revealing, two rounds at tables, voting blind, the summary. */
export type CafeTask = {
  readonly kind: 'cafe'
  readonly serverPid: number
  /** Everybody's line to the board, and to what she writes alone, in one order. */
  readonly lines: readonly Line[]
  readonly ownLines: readonly Line[]
  readonly participantIds: readonly string[]
  /** For each of them, for what goes over HTTP. */
  readonly tokens: readonly string[]
  /** Of a facilitator, and her line: she puts the ideas up that are voted on. */
  readonly facilitator: { readonly token: string; readonly line: Line }
  readonly boardUrl: string
  readonly tables: readonly CafeZone[]
  readonly wall: CafeZone
}

export type CafeResult = {
  readonly moments: readonly Moment[]
  readonly window: WindowResult
  readonly generatorLagP99: number | undefined
  readonly closed: number
}

const cursorsPerSecond = 5
const notesEach = 3
const ideaCount = 8
const voteRounds = 5
/** How often the room goes from one round at the tables to the other, beyond what the café itself needs. */
const moreMoves = 20
const roundsAtTables = ['Round 1: deepen', 'Round 2: build on'] as const

/**
 * Goes through the café, and holds what comes out of it against what was put in.
 *
 * @throws when a note, a seat or a vote is missing, or is one too many.
 */
export async function runCafe(task: CafeTask): Promise<CafeResult> {
  const { boardUrl, participantIds, tokens } = task
  const random = createSeededRandom(5).next
  const moments = createMoments(task.lines.length)
  const deliveries = createDeliveries(task.lines.length, () => 0)
  const revealedTo = task.lines.map(() => 0)
  let version = 0
  let alone = 0
  let closedRound = ''

  const everyNote = task.lines.length * notesEach
  const people = await openCrowd(task.lines, {
    onPresence: deliveries.seen,
    onUpdate(receiver, update, nowMs) {
      findEdits(update, () => {
        revealedTo[receiver] = (revealedTo[receiver] ?? 0) + 1
      })
      if (revealedTo[receiver] === everyNote) moments.arrived('reveal', receiver, nowMs)
    },
    onNews(receiver, { session, votes, alone: counts }, nowMs) {
      if (counts && Object.values(counts).reduce((all, count) => all + count, 0) === alone)
        moments.arrived('count', receiver, nowMs)
      if (session && session.version >= version) moments.arrived('step', receiver, nowMs)
      if (votes?.open) moments.arrived('vote opened', receiver, nowMs)
      if (votes?.closed?.id === closedRound) moments.arrived('vote closed', receiver, nowMs)
    },
  })
  const own = await openCrowd(task.ownLines, {})
  let onHostSaved = (_: number) => {}
  const [host] = await openCrowd([task.facilitator.line], { onSaved: (_, count) => onHostSaved(count) })
  if (!host) throw new Error('nobody leads')
  const savedByHost = (wanted: number) =>
    new Promise<void>((resolve) => {
      onHostSaved = (count) => count >= wanted && resolve()
    })

  const ask = async <Answer>(method: string, path: string, body?: unknown, token = task.facilitator.token) => {
    const response = await fetch(boardUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  const { session: planned } = await ask<SessionNow>('POST', '/session', { hasTemplateSteps: true })
  version = planned.version
  let commands = 0
  const command = async (said: SessionCommand) => {
    commands += 1
    const seen = version
    version += 1
    const { session } = await ask<SessionNow>('POST', '/session/commands', {
      ...{ key: `cafe-command-${commands}`, version: seen, command: said },
    })
    return session
  }
  const stepOf = (name: string) => {
    const found = planned.plan.steps.find(({ title }) => title.en === name)
    if (!found) throw new Error(`the plan has no step ${name}`)
    return found.id
  }
  const go = (name: string) => moments.measure('step', () => command({ type: 'jump', stepId: stepOf(name) }))

  const presenter = createPresenter(people, 'cursor', deliveries)
  const pacer = startPacer(people.length, presenter.intervalMs(cursorsPerSecond), presenter.show)
  await wait(1_000)
  pacer.measureLag()
  const window = openWindow(people, task.serverPid)

  await moments.measure('step', () => command({ type: 'start' }))
  await go('Write alone')
  await moments.measure('count', async () => {
    alone = everyNote
    writeAlone(own, task.tables, notesEach)
  })
  await moments.measure('reveal', () => ask('POST', '/session/reveal', { scope: 'all' } satisfies RevealRequest))

  const rounds = planRounds(participantIds, task.tables, roundsAtTables.map(stepOf), random)
  await moments.measure('step', () => command({ type: 'plan_tables', rule: mixRule, hosts: [], rounds, standing: [] }))
  for (const key of roundsAtTables) await go(key)
  for (let i = 0; i < moreMoves; i += 1) await go(roundsAtTables[i % 2 === 0 ? 0 : 1])

  await go('Vote')
  const ideas = await putUpIdeas(host, task.wall, ideaCount, savedByHost)
  const tallies: Record<string, number>[] = []
  for (let i = 1; i <= voteRounds; i += 1) {
    const { id } = await moments.measure('vote opened', () =>
      ask<VoteRoundView>('POST', '/votes', {
        key: `cafe-vote-${i}`,
        title: `Vote ${i}`,
        setup: voteSetup(task.wall.key),
      }),
    )
    // The first ideas are liked more than the last ones, so that there are ranks.
    const dots = tokens.flatMap((token) =>
      [0, 1, 2].map((slot) => ({ token, slot, target: ideas[Math.floor(random() ** 2 * ideaCount)] ?? '' })),
    )
    await inTurns(dots, ({ token, slot, target }) => ask('PUT', `/votes/${id}/dots/${slot}`, { target }, token))
    closedRound = id
    const { result } = await moments.measure('vote closed', () => ask<VoteRoundView>('POST', `/votes/${id}/close`))
    tallies.push(tallyOf(dots))
    requireEqual(`vote ${i}`, votesOf(result), tallyOf(dots))
  }
  const { id } = await moments.measure('step', () => command({ type: 'end' }))
  const summary = await ask<SessionSummary>('GET', `/sessions/${id}`)
  for (const participantId of participantIds) {
    const isNamed = summary.people.some((person) => person.participantId === participantId)
    if (!isNamed) throw new Error('somebody who took part is not in the summary')
  }
  tallies.forEach((tally, i) => {
    requireEqual(`vote ${i + 1} of the summary`, votesOf(summary.votes[i]?.result), tally)
  })

  const measured = window.close()
  const generatorLagP99 = pacer.lagP99
  pacer.stop()
  const closed = people.filter(({ closedWith }) => closedWith !== undefined).length
  for (const { socket } of [...people, ...own, host]) socket.close()
  return { moments: moments.results(), window: measured, generatorLagP99, closed }
}
