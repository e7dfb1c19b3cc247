import { z } from 'zod'
import { noteKinds } from '../board/zone-shape.ts'
import { recordIdPattern } from '../ids.ts'
import { maxCopiedShapes, maxCopiesAtOnce, maxTitleLength, maxValueLength } from '../limits.ts'
import { entityId, timeMs, words } from './common.ts'

const count = z.number().int().nonnegative()

/** Zones of another board in which there may be what a zone of this one needs. */
const feed = z.object({ zones: z.array(z.string()), into: z.string() })

/** Another board of the pilot. `noteCount` and `votedCount` are of the zones that feed this board; null where they were not counted. */
export const feedingBoard = z
  .object({
    id: entityId,
    title: z.string(),
    template: z.string().nullable(),
    createdAtMs: timeMs,
    changedAtMs: timeMs,
    feeds: z.array(feed),
    noteCount: count.nullable(),
    votedCount: count.nullable(),
  })
  .meta({ id: 'FeedingBoard' })
export type FeedingBoard = z.infer<typeof feedingBoard>

const saidWord = z.object({
  key: z.string(),
  label: z.string(),
  symbol: z.string(),
  word: z.string(),
  tone: z.string(),
})

/** What can be taken of another board: in reading order, those with most votes first. */
export const feedContent = z
  .object({
    id: entityId,
    title: z.string(),
    createdAtMs: timeMs,
    zones: z.array(z.object({ key: z.string(), heading: z.string(), count })),
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(noteKinds),
        /** Null outside of all zones. */
        zone: z.string().nullable(),
        text: z.string(),
        values: z.array(saidWord),
        /** Of a picture, its file on that board. */
        picture: z.string().nullable(),
        /** In the last closed round in which it had any. */
        votes: count,
        /** The asking board has it already. */
        isThere: z.boolean(),
      }),
    ),
    /** How many more there are than are listed. */
    leftOut: count,
  })
  .meta({ id: 'FeedContent' })
export type FeedContent = z.infer<typeof feedContent>
export type FeedItem = FeedContent['items'][number]

/** `zone` is a key of the receiving board; `dir` says from which side its free room is filled. */
export const copyRequest = z.strictObject({
  ids: z
    .array(z.string().max(80).regex(recordIdPattern))
    .min(1)
    .max(maxCopiesAtOnce)
    .transform((ids) => [...new Set(ids)]),
  zone: z.string().min(1).max(64),
  dir: z.enum(['ltr', 'rtl']).default('ltr'),
})
export type CopyRequest = z.input<typeof copyRequest>

/** With words and values of its own, where one note becomes something to do. */
export const carryRequest = copyRequest.extend({
  text: words(maxTitleLength).min(1).optional(),
  values: z
    .record(z.string().max(64), z.union([z.number(), z.string().max(maxValueLength)]))
    .refine((values) => Object.keys(values).length <= 8)
    .optional(),
})
export type CarryRequest = z.input<typeof carryRequest>

const counts = {
  /** Things, each of which may be many shapes: a drawing is one. */
  copiedCount: count,
  /** On the receiving board already. */
  thereCount: count,
  /** Gone from the other board, or nothing that can be copied. */
  goneCount: count,
}

/** tldraw records for the board that receives; none is written by asking. */
export const copyPlan = z
  .object({ records: z.array(z.looseObject({ id: z.string(), typeName: z.string() })), ...counts })
  .meta({ id: 'CopyPlan' })
export type CopyPlan = z.infer<typeof copyPlan>

/** `ids`: of all shapes, to undo it. */
export const carried = z.object({ ids: z.array(z.string()), ...counts }).meta({ id: 'Carried' })
export type Carried = z.infer<typeof carried>

export const undoCarryRequest = z.strictObject({
  ids: z.array(z.string().max(80).regex(recordIdPattern)).min(1).max(maxCopiedShapes),
})
export const carryUndone = z.object({ count }).meta({ id: 'CarryUndone' })
export type CarryUndone = z.infer<typeof carryUndone>

/** A board that copies on this one came from: `closed` where the asking person is not on it, whether it exists or not. */
export const originBoard = z
  .object({ id: z.string(), state: z.enum(['open', 'closed', 'gone']), title: z.string() })
  .meta({ id: 'OriginBoard' })
export type OriginBoard = z.infer<typeof originBoard>

/** A board on which copies of what lies here are now: the asking person is on both. */
export const carriedToBoard = z
  .object({
    id: entityId,
    title: z.string(),
    copies: z.array(
      z.object({
        /** The shape here, and its copy there. */
        of: z.string(),
        id: z.string(),
        /** Null outside of all zones. */
        zone: z.string().nullable(),
        heading: z.string(),
      }),
    ),
  })
  .meta({ id: 'CarriedToBoard' })
export type CarriedToBoard = z.infer<typeof carriedToBoard>

/** Where things of a board can go on: boards of the pilot that the asking person may put them on, and templates to start one from. */
export const continuations = z
  .object({
    boards: z.array(
      z.object({
        id: entityId,
        title: z.string(),
        template: z.string().nullable(),
        createdAtMs: timeMs,
        /** The zone that is waiting for them; null where none is. */
        into: z.string().nullable(),
        /** The zone that collects what is to be done; null where none does. */
        actionsInto: z.string().nullable(),
      }),
    ),
    templates: z.array(z.object({ id: z.string(), title: z.string(), into: z.string() })),
  })
  .meta({ id: 'Continuations' })
export type Continuations = z.infer<typeof continuations>

/** In reading order. */
export const boardZones = z.array(z.object({ key: z.string(), heading: z.string() })).meta({ id: 'BoardZones' })
export type BoardZones = z.infer<typeof boardZones>
