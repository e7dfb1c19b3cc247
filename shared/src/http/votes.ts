import { z } from 'zod'
import { openVoteSchema, ownVoteSchema, resultViewSchema, voteRoundSchema } from '../session/votes/round.ts'
import { maxVoteTitleLength, voteSetupSchema } from '../session/votes/vote-setup.ts'
import { line } from './common.ts'

/** `key` is new for every round that somebody opens, and the same for every attempt to send it. */
export const openVoteRequest = z.strictObject({
  key: z.string().min(8).max(64),
  title: line(maxVoteTitleLength),
  setup: voteSetupSchema,
})

export const voteRound = z.object(voteRoundSchema.shape).meta({ id: 'VoteRound' })

/**
 * A round as the asking person may see it. While it is open, that is her own dots, and for facilitators how many dots each
 * person has used; `result` is null until it is closed.
 */
export const voteRoundView = z
  .object({ ...openVoteSchema.shape, result: z.nullable(resultViewSchema) })
  .meta({ id: 'VoteRoundView' })
export type VoteRoundView = z.infer<typeof voteRoundView>

/** `target` is the id of a shape. `x` and `y` say where in a picture, from 0 to 1; on notes they are left out. */
export const putDotRequest = z
  .strictObject({
    target: z.string().max(100),
    x: z.number().min(0).max(1).optional(),
    y: z.number().min(0).max(1).optional(),
  })
  .refine(({ x, y }) => (x === undefined) === (y === undefined), { message: 'x and y come together.', path: ['y'] })

/** The asking person's dots after it. */
export const ownVote = z.object(ownVoteSchema.shape).meta({ id: 'OwnVote' })

export const updateVoterRequest = z.strictObject({ isLeftOut: z.boolean() })

const maxComparedRounds = 20
/** Ids of closed rounds, with commas between them. */
export const compareVotesQuery = z.object({
  rounds: z
    .string()
    .max(maxComparedRounds * 41)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1)).min(1).max(maxComparedRounds)),
})

export const voteComparison = z
  .object({
    rounds: z.array(voteRound),
    /** What did best in the last of the rounds first. */
    targets: z.array(
      z.object({
        targetId: z.string(),
        text: z.string(),
        /** One for each of the rounds, in their order; null where nobody voted for it. */
        rounds: z.array(
          z
            .object({
              votes: z.number(),
              superVotes: z.number(),
              rank: z.number().nullable(),
              isTied: z.boolean(),
              text: z.string(),
            })
            .nullable(),
        ),
      }),
    ),
  })
  .meta({ id: 'VoteComparison' })
export type VoteComparison = z.infer<typeof voteComparison>
