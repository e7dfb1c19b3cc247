import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import type { Line } from '../dialect.ts'
import { fillBoard } from '../fill-board.ts'
import { boardUpdates, collectUpdates } from '../notes.ts'
import { openCrowd, sendUpdate } from '../person.ts'

/** People who drag the notes of a full board about, step after step, for as long as a long workshop. */
export type DragTask = {
  readonly kind: 'drag'
  readonly lines: readonly Line[]
  readonly records: number
  readonly steps: number
}
export type DragResult = { readonly steps: number; readonly ms: number; readonly sentBytes: number }

/** Of each person: under what the server takes for an attack. */
const stepsPerSecond = 450
/** On its way and not yet durable, of each person: the server sets the pace. */
const mostUnsaved = 400
/** A note is carried so far, then the next. */
const stepsPerNote = 100
const savedWithinMs = 60_000

export async function runDrag({ lines, records, steps }: DragTask): Promise<DragResult> {
  const saved = new Uint32Array(lines.length)
  const people = await openCrowd(lines, {
    onSaved(index, count) {
      saved[index] = count
    },
  })
  const [writer] = people
  const [line] = lines
  if (!writer || !line) throw new Error('nobody is there to drag')
  await fillBoard(writer, line, records)
  const earlier = Uint32Array.from(saved)

  const original = new Y.Doc()
  for (const update of boardUpdates(records)) Y.applyUpdate(original, update)
  const ids = openBoardRecords(original).ids()
  const hands = people.map((_, index) => {
    const own = ids.filter((_, i) => i % people.length === index)
    return createHand(index, original, own)
  })

  const share = Math.ceil(steps / people.length)
  const done = new Uint32Array(people.length)
  const startedAt = performance.now()
  let sentBytes = 0
  while (done.some((count) => count < share)) {
    const allowed = ((performance.now() - startedAt) / 1_000) * stepsPerSecond
    for (const [index, person] of people.entries()) {
      if (person.closedWith !== undefined) throw new Error(`the server closed a line with ${person.closedWith}`)
      const durable = (saved[index] ?? 0) - (earlier[index] ?? 0)
      const until = Math.min(share, allowed, durable + mostUnsaved)
      for (let count = done[index] ?? 0; count < until; count += 1) {
        const update = hands[index]?.step()
        sendUpdate(person, update)
        sentBytes += update?.byteLength ?? 0
        done[index] = count + 1
      }
    }
    await wait(2)
  }
  const deadline = performance.now() + savedWithinMs
  const isSaved = (_: unknown, index: number) => (saved[index] ?? 0) - (earlier[index] ?? 0) >= share
  while (!people.every(isSaved)) {
    if (performance.now() > deadline) throw new Error('not all steps were saved')
    await wait(20)
  }
  const ms = performance.now() - startedAt
  for (const { socket } of people) socket.close()
  return { steps: share * people.length, ms, sentBytes }
}

/** Moves one note after another as the canvas does: one change of its place for each frame. */
function createHand(index: number, original: Y.Doc, ids: readonly string[]): { step(): Uint8Array | undefined } {
  const doc = new Y.Doc()
  doc.clientID = 1_600_000_000 + index
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(original))
  const board = openBoardRecords(doc)
  const updates = collectUpdates(doc)
  let steps = 0
  return {
    step() {
      const id = ids[Math.floor(steps / stepsPerNote) % ids.length] ?? ''
      const before = board.read(id)
      if (!before) throw new Error('the note is gone')
      const next = { ...before, x: Number(before.x) + 3.5, y: Number(before.y) - 1.25 }
      doc.transact(() => board.change(before, next))
      steps += 1
      return updates.pop()
    },
  }
}
