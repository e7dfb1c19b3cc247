import { setTimeout as wait } from 'node:timers/promises'
import { createDeliveries } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import { fillBoard } from '../fill-board.ts'
import { createHistogram, type Latency } from '../histogram.ts'
import { editsOf } from '../notes.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd, sendUpdate } from '../person.ts'
import { createPresenter } from '../presenter.ts'
import { openWindow, type WindowResult } from '../window.ts'

/** A facilitator goes from step to step while everybody points and somebody writes. */
export type SessionTask = {
  readonly kind: 'session'
  readonly serverPid: number
  /** Everybody's, and one more to look whether the board is full. */
  readonly lines: readonly Line[]
  readonly records: number
  /** `POST` of commands, and the token of who gives them. */
  readonly commandsUrl: string
  readonly token: string
  readonly version: number
  readonly commands: number
}

export type SessionResult = {
  /** From the command to one person's screen, of all of them; and to the last one's, of each command. */
  readonly each: Latency
  readonly last: Latency
  /** From the command to its answer. */
  readonly answered: Latency
  readonly shareArrived: number
  readonly window: WindowResult
  readonly generatorLagP99: number | undefined
  readonly closed: number
}

const cursorsPerSecond = 5
const betweenCommandsMs = 150
const arriveWithinMs = 5_000

export async function runSession(task: SessionTask): Promise<SessionResult> {
  const lines = task.lines.slice(0, -1)
  const [lastLine] = task.lines.slice(-1)
  const deliveries = createDeliveries(lines.length, () => 0)
  const [each, last, answered] = [createHistogram(), createHistogram(), createHistogram()]
  let { version } = task
  let sentAt = 0
  let missing = new Set<number>()
  let arrived = 0
  let onAll = () => {}

  const people = await openCrowd(lines, {
    onPresence: deliveries.seen,
    onNews(receiver, { session }, nowMs) {
      if ((session?.version ?? 0) < version || !missing.delete(receiver)) return
      each.add(nowMs - sentAt)
      arrived += 1
      if (missing.size > 0) return
      last.add(nowMs - sentAt)
      onAll()
    },
  })
  const [writer] = people
  if (!writer || !lastLine) throw new Error('somebody must be there')
  await fillBoard(writer, lastLine, task.records)

  const say = async (type: 'next' | 'back') => {
    const seen = version
    version += 1
    missing = new Set(people.map(({ index }) => index))
    const all = new Promise<void>((resolve) => {
      onAll = resolve
    })
    sentAt = performance.now()
    const response = await fetch(task.commandsUrl, {
      method: 'POST',
      headers: { authorization: `Bearer ${task.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: `bench-command-${seen}`, version: seen, command: { type } }),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    await response.arrayBuffer()
    answered.add(performance.now() - sentAt)
    await Promise.race([all, wait(arriveWithinMs, undefined, { ref: false })])
  }

  const presenter = createPresenter(people, 'cursor', deliveries)
  const pacer = startPacer(people.length, presenter.intervalMs(cursorsPerSecond), presenter.show)
  const edits = editsOf(task.records, task.commands)
  await wait(1_000)
  pacer.measureLag()
  const window = openWindow(people, task.serverPid)
  for (let i = 0; i < task.commands; i += 1) {
    // So that each step leaves a checkpoint behind.
    sendUpdate(writer, edits.shift())
    await wait(betweenCommandsMs)
    await say(i % 2 === 0 ? 'next' : 'back')
  }
  const measured = window.close()
  const generatorLagP99 = pacer.lagP99
  pacer.stop()
  const closed = people.filter(({ closedWith }) => closedWith !== undefined).length
  for (const { socket } of people) socket.close()
  return {
    each: each.summary(),
    last: last.summary(),
    answered: answered.summary(),
    shareArrived: arrived / (task.commands * people.length),
    window: measured,
    generatorLagP99,
    closed,
  }
}
