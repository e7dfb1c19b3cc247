import { setTimeout as wait } from 'node:timers/promises'
import { createHistogram, type Histogram, type Latency } from './histogram.ts'

/** What was said to the room, and how long it took to each person and to the last one. */
export type Moment = {
  readonly name: string
  readonly count: number
  readonly each: Latency
  readonly last: Latency
  /** Until the server had answered who said it. */
  readonly answered: Latency
  readonly shareArrived: number
}

export type Moments = {
  /**
   * Does `act` and waits until everybody has been told.
   *
   * @throws when not everybody is within ten seconds, for what comes after could not be trusted.
   */
  measure<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer>
  /** This person knows now; said of somebody twice, or of something else, it is nothing. */
  arrived(name: string, receiver: number, nowMs: number): void
  results(): Moment[]
}

const arriveWithinMs = 10_000

export function createMoments(peopleCount: number): Moments {
  type Counts = { each: Histogram; last: Histogram; answered: Histogram; arrived: number; count: number }
  const all = new Map<string, Counts>()
  let present: { name: string; startedAtMs: number; missing: Set<number>; onAll: () => void } | undefined

  const countsOf = (name: string): Counts => {
    const found = all.get(name)
    if (found) return found
    const counts = {
      ...{ each: createHistogram(), last: createHistogram(), answered: createHistogram() },
      ...{ arrived: 0, count: 0 },
    }
    all.set(name, counts)
    return counts
  }

  return {
    async measure(name, act) {
      const counts = countsOf(name)
      counts.count += 1
      const startedAtMs = performance.now()
      const everybody = new Promise<void>((resolve) => {
        const missing = new Set(Array.from({ length: peopleCount }, (_, i) => i))
        present = { name, startedAtMs, missing, onAll: resolve }
      })
      const answer = await act()
      counts.answered.add(performance.now() - startedAtMs)
      await Promise.race([everybody, wait(arriveWithinMs, undefined, { ref: false })])
      const missing = present?.missing.size ?? 0
      present = undefined
      if (missing > 0) throw new Error(`${missing} of ${peopleCount} were not told: ${name}`)
      return answer
    },
    arrived(name, receiver, nowMs) {
      if (present?.name !== name || !present.missing.delete(receiver)) return
      const counts = countsOf(name)
      const ms = nowMs - present.startedAtMs
      counts.each.add(ms)
      counts.arrived += 1
      if (present.missing.size > 0) return
      counts.last.add(ms)
      present.onAll()
    },
    results: () =>
      [...all].map(([name, { each, last, answered, arrived, count }]) => ({
        ...{ name, count, each: each.summary(), last: last.summary(), answered: answered.summary() },
        shareArrived: arrived / (count * peopleCount),
      })),
  }
}
