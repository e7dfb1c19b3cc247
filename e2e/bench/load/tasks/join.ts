import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createDeliveries, type DeliveryResult } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import { fillBoard, readBoard } from '../fill-board.ts'
import { createHistogram, type Latency } from '../histogram.ts'
import { editsOf } from '../notes.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd, openPerson, type Person, sendUpdate } from '../person.ts'
import { createPresenter } from '../presenter.ts'
import { openWindow, type WindowResult } from '../window.ts'

/** A full board, some people at work on it, and many more who come at once. */
export type JoinTask = {
  readonly kind: 'join'
  readonly serverPid: number
  readonly records: number
  readonly residents: number
  /** The residents', then the joiners', then one more to look whether all is there, and come back after a drop. */
  readonly lines: readonly Line[]
  readonly as: 'awareness' | 'cursor'
}

export type JoinResult = {
  readonly joined: number
  readonly joinLatency: Latency
  readonly bytesEach: number
  /** Of the residents' pointers meanwhile. */
  readonly deliveries: DeliveryResult
  readonly window: WindowResult
  readonly generatorLagP99: number | undefined
  readonly closed: number
  /** What a client that was away for a moment is sent, handshake and all. */
  readonly reconnectBytes: number
}

const cursorsPerSecond = 20
const joinWithinMs = 20_000
const editsWhileAway = 5

export async function runJoin(task: JoinTask): Promise<JoinResult> {
  const { residents, records } = task
  const residentLines = task.lines.slice(0, residents)
  const joinerLines = task.lines.slice(residents, -1)
  const [lastLine] = task.lines.slice(-1)
  const deliveries = createDeliveries(residents, () => 0)
  const people = await openCrowd(residentLines, { onPresence: deliveries.seen })
  const [writer] = people
  if (!writer || !lastLine) throw new Error('somebody must be there first')
  await fillBoard(writer, lastLine, records)

  const presenter = createPresenter(people, task.as, deliveries)
  const pacer = startPacer(residents, presenter.intervalMs(cursorsPerSecond), presenter.show)
  // What was encoded for those before is old once somebody writes; people do while others come.
  const edits = editsOf(records, 60)
  const writing = setInterval(() => sendUpdate(writer, edits.shift()), 1_000)
  await wait(1_200)

  const window = openWindow(people, task.serverPid)
  pacer.measureLag()
  deliveries.openWindow()
  const joiners = joinerLines.map((line, i) => openPerson(residents + i, line, {}))
  const joining = Promise.allSettled(joiners.map(({ joined }) => joined))
  await Promise.race([joining, wait(joinWithinMs, undefined, { ref: false })])
  await wait(300)
  deliveries.closeWindow()
  const measured = window.close()
  const generatorLagP99 = pacer.lagP99
  pacer.stop()
  clearInterval(writing)
  const deadline = performance.now() + 2_000
  while (!deliveries.isComplete() && performance.now() < deadline) await wait(10)

  const joins = joiners.flatMap(({ join }) => join ?? [])
  const joinLatency = createHistogram()
  for (const { ms } of joins) joinLatency.add(ms)
  const closed = [...people, ...joiners].filter(({ closedWith }) => closedWith !== undefined).length
  for (const { socket } of joiners) socket.close()
  const reconnectBytes = await reconnect(writer, lastLine, edits.splice(0, editsWhileAway))
  for (const { socket } of people) socket.close()
  return {
    joined: joins.length,
    joinLatency: joinLatency.summary(),
    bytesEach: joins.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(joins.length, 1),
    deliveries: deliveries.result(),
    window: measured,
    generatorLagP99,
    closed,
    reconnectBytes,
  }
}

async function reconnect(writer: Person, line: Line, missed: readonly Uint8Array[]): Promise<number> {
  const doc = await readBoard(line)
  for (const update of missed) sendUpdate(writer, update)
  await wait(300)
  const step1 = Buffer.concat([Buffer.from(line.prefix, 'base64'), encodeSync('step1', Y.encodeStateVector(doc))])
  const hello = [...line.hello.slice(0, -1), step1.toString('base64')]
  const back = openPerson(0, { ...line, hello }, {})
  await back.joined
  await wait(200)
  const { bytesRead } = back.socket
  back.socket.close()
  return bytesRead
}
