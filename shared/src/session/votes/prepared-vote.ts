import { z } from 'zod/mini'

export const maxDots = 30
export const maxSuperVotes = 10

/**
 * How the vote of a step begins, as its template or a facilitator prepared it. Where and on what is the step's zones'
 * to say, and who decides, is said when it opens.
 */
export const preparedVoteSchema = z.object({
  dots: z.number(),
  severalOnOne: z.boolean(),
  isSecret: z.boolean(),
  isStraw: z.boolean(),
  target: z.enum(['notes', 'pictures']),
  /** Of the Decider; 0: nobody has any. */
  superVotes: z.number(),
})
export type PreparedVote = z.infer<typeof preparedVoteSchema>

/** What a vote is that nobody has prepared. */
export const usualVote: PreparedVote = {
  dots: 3,
  severalOnOne: true,
  isSecret: true,
  isStraw: false,
  target: 'notes',
  superVotes: 0,
}

export function isPreparedVoteFine({ dots, superVotes }: PreparedVote): boolean {
  return isWithin(dots, 1, maxDots) && isWithin(superVotes, 0, maxSuperVotes)
}

export function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
