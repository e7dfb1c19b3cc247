import { z } from 'zod/mini'
import { type NoteKind, noteKinds } from '../../board/zone-shape.ts'
import type { ErrorCode } from '../../errors.ts'
import { isWholeMinutes, maxKeyLength, maxZonesOfStep } from '../bounds.ts'
import { isWithin, maxDots, maxSuperVotes } from './prepared-vote.ts'

export const maxVoteTitleLength = 120

/** How a round is voted in. It never changes once the round is open. */
export const voteSetupSchema = z.strictObject({
  /** Of one person. */
  dots: z.number(),
  /** Keys of the zones that are voted in; none: the whole board. */
  zones: z.array(z.string()),
  noteKinds: z.array(z.enum(noteKinds)),
  /** A person may put several of her dots on one note. */
  severalOnOne: z.boolean(),
  /** Null: until a facilitator closes it. */
  minutes: z.nullable(z.number()),
  /** Who voted for what is told to nobody, and stored nowhere once the round is closed. Told to everybody before. */
  isSecret: z.boolean(),
  /** Her super-votes are counted apart; she has her dots besides. */
  decider: z.nullable(z.strictObject({ participantId: z.string(), superVotes: z.number() })),
  /** It binds nobody. */
  isStraw: z.boolean(),
  /** `pictures`: dots lie at places inside of pictures, and pictures are all that is voted on. */
  target: z.enum(['notes', 'pictures']),
})
export type VoteSetup = z.infer<typeof voteSetupSchema>

/** @returns what is wrong with it, undefined when nothing is. */
export function findSetupFault({ dots, zones, noteKinds: kinds, minutes, decider }: VoteSetup): ErrorCode | undefined {
  if (minutes !== null && (!isWholeMinutes(minutes) || minutes < 1)) return 'step_too_long'
  const isFine =
    isWithin(dots, 1, maxDots) &&
    zones.length <= maxZonesOfStep &&
    zones.every(({ length }) => length > 0 && length <= maxKeyLength) &&
    isEachOnce(zones) &&
    kinds.length > 0 &&
    isEachOnce(kinds) &&
    (decider === null ||
      (isWithin(decider.superVotes, 0, maxSuperVotes) && decider.participantId.length <= maxKeyLength))
  return isFine ? undefined : 'out_of_bounds'
}

function isEachOnce(list: readonly string[]): boolean {
  return new Set(list).size === list.length
}

/** Where a shape is, as votes see it. */
export type VotePlace = { readonly kind: NoteKind | undefined; readonly zone: string | undefined }
/** Where a dot lies in a picture: 0 to 1 from its left and from its top. */
export type DotPoint = { readonly x: number; readonly y: number }

/**
 * Whether a dot may be put there.
 *
 * @param place - undefined for a shape that is not on the board
 * @param point - null for a dot on the whole of it
 */
export function findTargetFault(
  setup: VoteSetup,
  place: VotePlace | undefined,
  point: DotPoint | null,
): ErrorCode | undefined {
  if (!place?.kind) return 'not_votable'
  if (setup.zones.length > 0 && (place.zone === undefined || !setup.zones.includes(place.zone)))
    return 'outside_vote_zone'
  const isPicture = setup.target === 'pictures'
  if (isPicture ? place.kind !== 'picture' : !setup.noteKinds.includes(place.kind)) return 'not_votable'
  if (isPicture !== (point !== null)) return 'out_of_bounds'
  return point === null || [point.x, point.y].every((value) => value >= 0 && value <= 1) ? undefined : 'out_of_bounds'
}
