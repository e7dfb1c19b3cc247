import { createHistogram, type Latency } from './histogram.ts'
import { editsOf } from './notes.ts'

/** Follows edits from their sending until everybody in the room has them and, with our protocol, the sender knows it safe. */
export type Edits = {
  /** The next edit of a person, noted as sent now. */
  next(person: number): Uint8Array
  seen(receiver: number, person: number, number: number, nowMs: number): void
  /** So many of the person's edits are durable. */
  saved(person: number, count: number, nowMs: number): void
  openWindow(): void
  closeWindow(): void
  isComplete(): boolean
  result(): EditResult
}

export type EditResult = {
  /** Until the last one who was waited for. */
  readonly latency: Latency
  readonly sentInWindow: number
  readonly shareComplete: number
}

type Edit = { readonly atMs: number; readonly isMeasured: boolean; waitsFor: number }

/** @param isAcknowledged - the server tells the sender when an edit is durable, and that is waited for, too. */
export function createEdits(
  people: number,
  options: {
    readonly othersInRoom: number
    readonly most: number
    readonly isAcknowledged: boolean
  },
): Edits {
  const updates = Array.from({ length: people }, (_, person) => editsOf(person, options.most))
  const sent: Edit[][] = updates.map(() => [])
  const savedCounts = new Uint32Array(people)
  const latency = createHistogram()
  let isOpen = false
  let measured = 0
  let complete = 0

  const arrived = (edit: Edit, nowMs: number) => {
    edit.waitsFor -= 1
    if (edit.waitsFor > 0 || !edit.isMeasured) return
    complete += 1
    latency.add(nowMs - edit.atMs)
  }

  return {
    next(person) {
      const own = sent[person]
      const update = updates[person]?.[own?.length ?? 0]
      if (!own || !update) throw new Error('a person has made all the edits that were prepared')
      if (isOpen) measured += 1
      const waitsFor = options.othersInRoom + (options.isAcknowledged ? 1 : 0)
      own.push({ atMs: performance.now(), isMeasured: isOpen, waitsFor })
      return update
    },
    seen(receiver, person, number, nowMs) {
      const edit = sent[person]?.[number - 1]
      if (edit && receiver !== person) arrived(edit, nowMs)
    },
    saved(person, count, nowMs) {
      if (!options.isAcknowledged) return
      for (let number = (savedCounts[person] ?? 0) + 1; number <= count; number += 1) {
        const edit = sent[person]?.[number - 1]
        if (edit) arrived(edit, nowMs)
      }
      savedCounts[person] = Math.max(count, savedCounts[person] ?? 0)
    },
    openWindow() {
      isOpen = true
    },
    closeWindow() {
      isOpen = false
    },
    isComplete: () => complete >= measured,
    result: () => ({
      latency: latency.summary(),
      sentInWindow: measured,
      shareComplete: measured === 0 ? 1 : complete / measured,
    }),
  }
}
