import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { askSteadyMemory, type HeldMemory } from '../ask-memory.ts'
import { createDeliveries } from '../deliveries.ts'
import type { Line } from '../dialect.ts'
import type { Latency } from '../histogram.ts'
import { collectUpdates, note } from '../notes.ts'
import { startPacer } from '../pacer.ts'
import { openCrowd, openPerson } from '../person.ts'
import { createPresenter } from '../presenter.ts'

/** A busy room in which one person's browser stops reading. */
export type StoppedReaderTask = {
  readonly kind: 'stopped-reader'
  /** The last one's is the line that stops. */
  readonly lines: readonly Line[]
  readonly as: 'awareness' | 'cursor'
  readonly calmMs: number
  readonly stoppedMs: number
}

export type StoppedReaderResult = {
  /** Before it stops, and while it stands. */
  readonly memory: { readonly before: HeldMemory; readonly while: HeldMemory }
  /** Of everybody else's pointers. */
  readonly others: { readonly before: Latency; readonly while: Latency }
  /** Written to each reader in that time. */
  readonly bytesMeanwhile: number
  /** How long after reading again it had the latest; undefined when its line was closed instead. */
  readonly caughtUpMs: number | undefined
  readonly closedWith: number | undefined
}

const cursorsPerSecond = 20
const writesPerSecond = 20
const writers = 10
/** Far more than the kernel takes on the reader's behalf: 1.6 MB a second. */
const writtenBytes = 8_000

export async function runStoppedReader(task: StoppedReaderTask): Promise<StoppedReaderResult> {
  const { lines, as } = task
  const others = lines.length - 1
  const calm = createDeliveries(others, () => 0)
  const stalled = createDeliveries(others, () => 0)
  const people = await openCrowd(lines.slice(0, others), {
    onPresence(receiver, person, number, nowMs) {
      calm.seen(receiver, person, number, nowMs)
      stalled.seen(receiver, person, number, nowMs)
    },
  })
  const [stopLine] = lines.slice(-1)
  if (!stopLine) throw new Error('nobody is there to stop reading')
  let hasHeardLast = false
  const listen = (update: Buffer) => {
    hasHeardLast ||= update.includes(lastWord)
  }
  let pieces: Buffer[] = []
  const stopping = openPerson(others, stopLine, {
    onUpdate: (_, update) => listen(update),
    onPiece(_, piece) {
      pieces = piece.from === 0 ? [Buffer.from(piece.bytes)] : [...pieces, Buffer.from(piece.bytes)]
      if (piece.from + piece.bytes.length === piece.total) listen(gunzipSync(Buffer.concat(pieces)))
    },
  })
  await stopping.joined

  const presenter = createPresenter(people, as, {
    ...calm,
    sent(person, number) {
      calm.sent(person, number)
      stalled.sent(person, number)
    },
  })
  const pens = Array.from({ length: writers }, (_, i) => createPen(i))
  const cursors = startPacer(others, presenter.intervalMs(cursorsPerSecond), presenter.show)
  const writing = startPacer(
    writers,
    () => 1_000 / writesPerSecond,
    (i) => {
      const update = pens[i]?.write('.'.repeat(writtenBytes))
      if (update) people[i]?.send(encodeSync('update', update))
    },
  )

  await wait(1_500)
  calm.openWindow()
  await wait(task.calmMs)
  calm.closeWindow()
  const before = await askSteadyMemory()
  stopping.socket.pause()
  const readBefore = people[writers]?.socket.bytesRead ?? 0
  await wait(200)
  stalled.openWindow()
  await wait(task.stoppedMs)
  stalled.closeWindow()
  const during = await askSteadyMemory()
  const bytesMeanwhile = (people[writers]?.socket.bytesRead ?? 0) - readBefore
  cursors.stop()
  writing.stop()

  const end = pens[0]?.write(lastWord)
  if (end) people[0]?.send(encodeSync('update', end))
  await wait(500)
  stopping.socket.resume()
  const resumedAt = performance.now()
  const deadline = resumedAt + 10_000
  while (!hasHeardLast && stopping.closedWith === undefined && performance.now() < deadline) await wait(10)
  const caughtUpMs = !hasHeardLast ? undefined : performance.now() - resumedAt
  const { closedWith } = stopping
  for (const { socket } of [...people, stopping]) socket.close()
  return {
    memory: { before, while: during },
    others: { before: calm.result().latency, while: stalled.result().latency },
    bytesMeanwhile,
    caughtUpMs,
    closedWith,
  }
}

const lastWord = '#the-last-word#'

/** Writes one note's margin over and over: much goes over the wire, and the board stays as large as it is. */
function createPen(index: number): { write(text: string): Uint8Array | undefined } {
  const doc = new Y.Doc()
  doc.clientID = 1_500_000_000 + index
  const updates = collectUpdates(doc)
  const record = note(createSeededRandom(5_000 + index).next, 'written over')
  let written = 0
  return {
    write(text) {
      written += 1
      const { props, ...rest } = record
      const base = { ...rest, props: { ...props, richText: emptyText }, meta: { text: `${written} ${text}` } }
      doc.getMap(recordsMapName).set(record.id, base)
      return updates.pop()
    },
  }
}

const emptyText = { type: 'doc', content: [{ type: 'paragraph' }] }
