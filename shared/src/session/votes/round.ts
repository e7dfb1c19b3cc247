import { z } from 'zod/mini'
import { noteKinds } from '../../board/zone-shape.ts'
import { voteSetupSchema } from './vote-setup.ts'

const count = z.number()
const budgetSchema = z.object({ dots: count, superVotes: count })
const point = z.object({ x: z.number(), y: z.number() })

/** What everybody may know of a round at any time. */
export const roundFields = {
  id: z.string(),
  /** Counts the rounds of a board, from 1. */
  number: count,
  title: z.string(),
  setup: voteSetupSchema,
  /** Null for a loose vote. */
  sessionId: z.nullable(z.string()),
  stepId: z.nullable(z.string()),
  openedAtMs: z.number(),
  openedByName: z.string(),
  /** By the server's clock; null where a facilitator closes it. */
  closesAtMs: z.nullable(z.number()),
  closedAtMs: z.nullable(z.number()),
  /** Rises when the result is made anew. */
  revision: count,
}
export const voteRoundSchema = z.object(roundFields)
/** One vote of a board. Open until it is closed, for good. */
export type VoteRound = z.infer<typeof voteRoundSchema>

/** One's own dot; others are never told of it while the round is open. */
export const ownDotSchema = z.object({ slot: count, targetId: z.string(), point: z.nullable(point) })
export type OwnDot = z.infer<typeof ownDotSchema>

/** How somebody stands in an open round. */
export const ownVoteSchema = z.object({
  budget: budgetSchema,
  dots: z.array(ownDotSchema),
  /** A facilitator has left her out: her dots do not count, and she can put no others. */
  isLeftOut: z.boolean(),
})
export type OwnVote = z.infer<typeof ownVoteSchema>

/** Somebody who may vote, as facilitators see her: never where her dots are. */
export const voterSchema = z.object({
  participantId: z.string(),
  name: z.string(),
  budget: budgetSchema,
  used: budgetSchema,
  /** She joined the board after the round was opened. */
  joinedLater: z.boolean(),
  isLeftOut: z.boolean(),
})
export type Voter = z.infer<typeof voterSchema>

/** What was voted on, and how often, as of when the round was closed. */
export const resultTargetSchema = z.object({
  targetId: z.string(),
  kind: z.nullable(z.enum(noteKinds)),
  /** Key of the zone; null outside of all. */
  zone: z.nullable(z.string()),
  /** Its words then; empty for one that was gone. */
  text: z.string(),
  isGone: z.boolean(),
  votes: count,
  superVotes: count,
  /** Competition ranks: 1, 1, 3. Null without votes. */
  rank: z.nullable(count),
  isTied: z.boolean(),
  superRank: z.nullable(count),
  /** Null in a secret round. */
  voters: z.nullable(
    z.array(z.object({ participantId: z.string(), name: z.string(), votes: count, superVotes: count })),
  ),
  /** Where in a picture; in no order that says whose. */
  points: z.array(z.object({ ...point.shape, isSuper: z.boolean() })),
})
export type ResultTarget = z.infer<typeof resultTargetSchema>

/** Somebody was left out, or taken in again, after the round was closed. */
export const resultChangeSchema = z.object({
  atMs: z.number(),
  byName: z.string(),
  participantId: z.string(),
  name: z.string(),
  isLeftOut: z.boolean(),
})

/** What became of a round; kept as it was when the round was closed. */
export const voteResultSchema = z.object({
  /** By rank, then by super-votes. */
  targets: z.array(resultTargetSchema),
  /** Of all that counts. */
  votes: count,
  superVotes: count,
  /** Who voted, left out or not. */
  voters: z.array(voterSchema),
  changes: z.array(resultChangeSchema),
})
export type VoteResult = z.infer<typeof voteResultSchema>

/** A result as one person may see it: how many dots each person used is told to facilitators only. */
export const resultViewSchema = z.extend(voteResultSchema, { voters: z.nullable(z.array(voterSchema)) })
export type ResultView = z.infer<typeof resultViewSchema>

/** An open round as one person may see it. `voters` is null for all but facilitators. */
export const openVoteSchema = z.object({
  ...roundFields,
  /** Null for who may not vote. */
  own: z.nullable(ownVoteSchema),
  voters: z.nullable(z.array(voterSchema)),
})
export type OpenVote = z.infer<typeof openVoteSchema>

/**
 * The votes of a board as message 101 tells them. Of `voters`, facilitators are told those who have used dots or are left
 * out; all others have all of theirs.
 */
export const votesNewsSchema = z.object({
  open: z.nullable(openVoteSchema),
  /** The last one that was closed, or counted anew, since the server started: ask for its result. */
  closed: z.nullable(z.object({ id: z.string(), revision: count })),
})
export type VotesNews = z.infer<typeof votesNewsSchema>
