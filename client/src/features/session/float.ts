import type { Reaction, ReactionCounts } from '#shared/protocol/reactions.ts'

/** One reaction on its way up. */
export type Float = {
  readonly id: number
  readonly reaction: Reaction
  /** How many people's it stands for. */
  readonly times: number
  /** Beside which others it rises, from 0. */
  readonly lane: number
  readonly delayMs: number
}

export const lanes = 6
/** A room that claps is one cloud and a number, not a hundred elements. */
const mostOfOneKind = 3
const mostFloats = 36
const betweenMs = 140

/** @returns those that are still there and the new ones; as many as a phone can move. */
export function withFloats(floats: readonly Float[], counts: ReactionCounts): readonly Float[] {
  let id = (floats.at(-1)?.id ?? 0) + 1
  const next = [...floats]
  for (const [reaction, times] of counts) {
    const shown = Math.min(times, mostOfOneKind, mostFloats - next.length)
    for (let i = 0; i < shown; i += 1) {
      const isLast = i === shown - 1
      // Lanes are taken by turns, two apart: neighbours do not cover each other.
      next.push({ id, reaction, times: isLast ? times - i : 1, lane: (id * 2) % (lanes - 1), delayMs: i * betweenMs })
      id += 1
    }
  }
  return next
}
