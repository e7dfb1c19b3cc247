import { setTimeout as wait } from 'node:timers/promises'
import { createDeliveries, type DeliveryResult } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd } from '../person.ts'
import { createPresenter } from '../presenter.ts'
import { openWindow, type WindowResult } from '../window.ts'

/** People who move their pointers. */
export type CursorsTask = {
  readonly kind: 'cursors'
  readonly serverPid: number
  readonly lines: readonly Line[]
  /** As stock clients show themselves, or as ours does. */
  readonly as: 'awareness' | 'cursor'
  readonly perSecond: number
  readonly warmUpMs: number
  readonly measureMs: number
}

export type CursorsResult = {
  readonly people: number
  readonly deliveries: DeliveryResult
  readonly window: WindowResult
  readonly generatorLagP99: number | undefined
  /** Lines that the server closed. */
  readonly closed: number
}

/** What has not arrived this long after the last was sent counts as lost. */
const arriveWithinMs = 2_000

export async function runCursors(task: CursorsTask): Promise<CursorsResult> {
  const { lines, as } = task
  const deliveries = createDeliveries(lines.length, () => 0)
  const people = await openCrowd(lines, { onPresence: deliveries.seen })
  const presenter = createPresenter(people, as, deliveries)
  const pacer = startPacer(people.length, presenter.intervalMs(task.perSecond), presenter.show)

  await wait(task.warmUpMs)
  const window = openWindow(people, task.serverPid)
  pacer.measureLag()
  deliveries.openWindow()
  await wait(task.measureMs)
  deliveries.closeWindow()
  const measured = window.close()
  const generatorLagP99 = pacer.lagP99
  pacer.stop()

  const deadline = performance.now() + arriveWithinMs
  while (!deliveries.isComplete() && performance.now() < deadline) await wait(10)
  const result = deliveries.result()
  const closed = people.filter(({ closedWith }) => closedWith !== undefined).length
  for (const { socket } of people) socket.close()
  return { people: people.length, deliveries: result, window: measured, generatorLagP99, closed }
}
