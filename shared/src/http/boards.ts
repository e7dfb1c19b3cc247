import { z } from 'zod'
import { entityId, role, timeMs, title } from './common.ts'

export const board = z
  .object({
    id: entityId,
    pilotId: entityId,
    pilotTitle: z.string(),
    title: z.string(),
    /** Id of the template it began from; null for an empty board. */
    template: z.string().nullable(),
    /** Id of the template of the organisation that it was last saved as. */
    savedAs: z.string().nullable(),
    createdAtMs: timeMs,
    /** When somebody last changed what is on it, and who; its creation until then. */
    changedAtMs: timeMs,
    changedBy: z.string().nullable(),
    archivedAtMs: timeMs.nullable(),
    deletedAtMs: timeMs.nullable(),
    isDoorLocked: z.boolean(),
    /** People connected now. */
    peopleHere: z.number().int(),
    /** What the asking person is on this board. */
    role,
    /** Who the asking person is on this board; null in a list of boards. */
    participantId: z.string().nullable(),
  })
  .meta({ id: 'Board' })
export type Board = z.infer<typeof board>

export const createBoardRequest = z.strictObject({ title, template: z.string().max(64).nullish() })
export const updateBoardRequest = z.strictObject({
  title: title.optional(),
  isArchived: z.boolean().optional(),
  isDoorLocked: z.boolean().optional(),
})
export const boardStates = ['active', 'archived', 'deleted'] as const
export const boardState = z.enum(boardStates)
export type BoardState = z.infer<typeof boardState>

/** tldraw records as saved: committed changes only. */
export const boardRecordsResponse = z
  .object({ records: z.array(z.record(z.string(), z.unknown())) })
  .meta({ id: 'BoardRecords' })

/** `source` is what an image asset's `src` says; the picture itself is at `/api/boards/<id>/files/<name>`. */
export const storedFile = z
  .object({ source: z.string(), url: z.string(), bytes: z.number().int(), mimeType: z.string() })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof storedFile>
