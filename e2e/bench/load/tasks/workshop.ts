import { setTimeout as wait } from 'node:timers/promises'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createDeliveries, type DeliveryResult } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import { createEdits, type EditResult } from '../edits.ts'
import { findEdits } from '../notes.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd, type Person } from '../person.ts'
import { createPresenter } from '../presenter.ts'
import { openWindow, type WindowResult } from '../window.ts'

/** People who move their pointers and write a note now and then, in rooms of equal size. */
export type WorkshopTask = {
  readonly kind: 'workshop'
  readonly serverPid: number
  /** Room after room. */
  readonly lines: readonly Line[]
  readonly peoplePerRoom: number
  readonly as: 'awareness' | 'cursor'
  readonly cursorsPerSecond: number
  readonly editsPerSecond: number
  readonly warmUpMs: number
  readonly measureMs: number
  /** What has not arrived this long after the last was sent counts as lost. */
  readonly arriveWithinMs: number
}

export type WorkshopResult = {
  readonly people: number
  readonly deliveries: DeliveryResult
  readonly edits: EditResult
  readonly window: WindowResult
  readonly generatorLagP99: number | undefined
  readonly closed: number
}

export async function runWorkshop(task: WorkshopTask): Promise<WorkshopResult> {
  const { lines, peoplePerRoom } = task
  const isExtended = lines[0]?.isExtended ?? false
  const deliveries = createDeliveries(lines.length, (person) => Math.floor(person / peoplePerRoom))
  const edits = createEdits(lines.length, {
    othersInRoom: peoplePerRoom - 1,
    most: Math.ceil(((task.warmUpMs + task.measureMs) / 1_000 + 3) * task.editsPerSecond),
    isAcknowledged: isExtended,
  })
  const people = await openCrowd(lines, {
    onPresence: deliveries.seen,
    onUpdate: (receiver, update, nowMs) =>
      findEdits(update, (person, number) => edits.seen(receiver, person, number, nowMs)),
    onSaved: edits.saved,
  })
  const presenter = createPresenter(people, task.as, deliveries)
  const write = (index: number) => people[index]?.send(encodeSync('update', edits.next(index)))
  const cursorPacer = startPacer(people.length, presenter.intervalMs(task.cursorsPerSecond), presenter.show)
  const editPacer = startPacer(people.length, () => 1_000 / task.editsPerSecond, write)

  await wait(task.warmUpMs)
  const window = openWindow(people, task.serverPid)
  cursorPacer.measureLag()
  deliveries.openWindow()
  edits.openWindow()
  await wait(task.measureMs)
  deliveries.closeWindow()
  edits.closeWindow()
  const measured = window.close()
  const generatorLagP99 = cursorPacer.lagP99
  cursorPacer.stop()
  editPacer.stop()

  const deadline = performance.now() + task.arriveWithinMs
  while (!(deliveries.isComplete() && edits.isComplete()) && performance.now() < deadline) await wait(10)
  const closed = people.filter(isClosed).length
  for (const { socket } of people) socket.close()
  return {
    people: people.length,
    deliveries: deliveries.result(),
    edits: edits.result(),
    window: measured,
    generatorLagP99,
    closed,
  }
}

const isClosed = ({ closedWith }: Person) => closedWith !== undefined
