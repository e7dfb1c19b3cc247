import type { Deliveries } from './deliveries.ts'
import type { Person } from './person.ts'
import { awarenessFrames, cursorFrame, firstNumber } from './presence.ts'

/** Shows where people point, as stock clients do or as ours does. */
export type Presenter = {
  show(person: number): void
  /** Our client shows itself as often as the server lets it; a stock client hears nothing of that. */
  intervalMs(perSecond: number): (person: number) => number
}

export function createPresenter(
  people: readonly Person[],
  as: 'awareness' | 'cursor',
  deliveries: Deliveries,
): Presenter {
  const numbers = new Uint32Array(people.length).fill(firstNumber - 1)
  const presences = people.map((_, index) => awarenessFrames(index))
  return {
    show(index) {
      const number = (numbers[index] ?? 0) + 1
      numbers[index] = number
      // Everybody shows herself once in the stock way: that is how she is known to be there.
      const isCursor = as === 'cursor' && number > firstNumber
      const frame = isCursor ? cursorFrame(index, number) : presences[index]?.(number)
      deliveries.sent(index, number)
      if (frame) people[index]?.send(frame)
    },
    intervalMs: (perSecond) => (index) => Math.max(1_000 / perSecond, people[index]?.paceMs ?? 0),
  }
}
