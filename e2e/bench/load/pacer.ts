import { createHistogram } from './histogram.ts'

export type Pacer = {
  /** How late the generator itself was, in the window: when it is late, so is what it measures. */
  readonly lagP99: number | undefined
  measureLag(): void
  stop(): void
}

/**
 * Lets each person act at her own interval, the beginnings spread evenly over the first one.
 *
 * @param intervalMs - asked before each act, so that a server may slow people down.
 */
export function startPacer(
  people: number,
  intervalMs: (person: number) => number,
  act: (person: number) => void,
): Pacer {
  const startedAt = performance.now()
  const due = Float64Array.from({ length: people }, (_, person) => startedAt + (intervalMs(person) * person) / people)
  let lag = createHistogram()
  let timer = setTimeout(turn, 1)

  function turn(): void {
    const now = performance.now()
    for (let person = 0; person < people; person += 1) {
      const dueAt = due[person] ?? now
      if (dueAt > now) continue
      lag.add(now - dueAt)
      act(person)
      const next = dueAt + intervalMs(person)
      // After a stop of its own it does not make up for what was not sent: that would be a burst nobody makes.
      due[person] = next > now ? next : now + intervalMs(person)
    }
    timer = setTimeout(turn, 1)
  }

  return {
    get lagP99() {
      return lag.percentile(0.99)
    },
    measureLag() {
      lag = createHistogram()
    },
    stop: () => clearTimeout(timer),
  }
}
