import { createHistogram, type Latency } from './histogram.ts'
import { firstNumber } from './presence.ts'

/**
 * Who got whose presence, and when. A state counts as arrived when it or a newer one of the same person is there:
 * servers that gather leave out what is already old.
 */
export type Deliveries = {
  sent(person: number, number: number): void
  /** @param nowMs - when it came, by `performance.now()`. */
  seen(receiver: number, person: number, number: number, nowMs: number): void
  /** From here on, what is sent is measured. */
  openWindow(): void
  /** What is sent from here on is not; what was sent before may still arrive. */
  closeWindow(): void
  /** True when all that was sent in the window is there. */
  isComplete(): boolean
  result(): DeliveryResult
}

export type DeliveryResult = {
  readonly latency: Latency
  /** States that were received while the window was open: what the server's work in that time made. */
  readonly deliveredInWindow: number
  /** Of what was sent in the window to each of its receivers: the share that came, itself or a newer one. */
  readonly shareArrived: number
  /** The share in whose place a newer one came. */
  readonly shareSkipped: number
  readonly sentInWindow: number
}

/** Of each person's states, the latest so many are timed: far more than any are on their way. */
const rememberedNumbers = 1_024

/** @param roomOf - people see those of their own room only. */
export function createDeliveries(people: number, roomOf: (person: number) => number): Deliveries {
  const latest = new Uint32Array(people * people).fill(firstNumber - 1)
  const sentAt = new Float64Array(people * rememberedNumbers)
  const first = new Uint32Array(people)
  const last = new Uint32Array(people)
  const current = new Uint32Array(people).fill(firstNumber - 1)
  const latency = createHistogram()
  const roomSizes = new Map<number, number>()
  for (let person = 0; person < people; person += 1) {
    roomSizes.set(roomOf(person), (roomSizes.get(roomOf(person)) ?? 0) + 1)
  }
  let isOpen = false
  let hasOpened = false
  let deliveredInWindow = 0
  let arrived = 0
  let skipped = 0

  const isInWindow = (person: number, number: number) =>
    hasOpened && number >= (first[person] ?? 0) && (isOpen || number <= (last[person] ?? 0))

  const expected = () => {
    let pairs = 0
    for (let person = 0; person < people; person += 1) {
      pairs += sentBy(person) * ((roomSizes.get(roomOf(person)) ?? 1) - 1)
    }
    return pairs
  }
  const sentBy = (person: number) => {
    const end = isOpen ? (current[person] ?? 0) : (last[person] ?? 0)
    return Math.max(end - (first[person] ?? 0) + 1, 0)
  }

  return {
    sent(person, number) {
      current[person] = number
      sentAt[person * rememberedNumbers + (number % rememberedNumbers)] = performance.now()
    },
    seen(receiver, person, number, nowMs) {
      if (receiver === person || person < 0 || person >= people) return
      const place = receiver * people + person
      const before = latest[place] ?? 0
      if (number <= before) return
      latest[place] = number
      if (isOpen) deliveredInWindow += 1
      if (!hasOpened) return
      for (let each = Math.max(before + 1, first[person] ?? 0); each <= number; each += 1) {
        if (!isInWindow(person, each)) continue
        latency.add(nowMs - (sentAt[person * rememberedNumbers + (each % rememberedNumbers)] ?? nowMs))
        arrived += 1
        if (each < number) skipped += 1
      }
    },
    openWindow() {
      for (let person = 0; person < people; person += 1) first[person] = (current[person] ?? 0) + 1
      hasOpened = true
      isOpen = true
    },
    closeWindow() {
      isOpen = false
      last.set(current)
    },
    isComplete: () => arrived >= expected(),
    result() {
      const pairs = expected()
      let sentInWindow = 0
      for (let person = 0; person < people; person += 1) sentInWindow += sentBy(person)
      return {
        latency: latency.summary(),
        deliveredInWindow,
        shareArrived: pairs === 0 ? 1 : arrived / pairs,
        shareSkipped: pairs === 0 ? 0 : skipped / pairs,
        sentInWindow,
      }
    },
  }
}
