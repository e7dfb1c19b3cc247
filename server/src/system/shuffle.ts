import { randomInt } from 'node:crypto'

/** In an order that nobody can foresee: each is as likely as any other. */
export function shuffle<T>(values: readonly T[]): T[] {
  const left = [...values]
  return values.flatMap(() => left.splice(randomInt(left.length), 1))
}
