import { z } from 'zod'
import { entityId, timeMs, title } from './common.ts'

/**
 * `manual`: somebody saved it. `automatic`: made now and then while people write. `before_restore`: what a restore
 * replaced. `step`: the board as a step of a session left it; its title is the step's.
 */
export const checkpointKinds = ['manual', 'automatic', 'before_restore', 'step'] as const
export type CheckpointKind = (typeof checkpointKinds)[number]

export const checkpoint = z
  .object({
    id: entityId,
    boardId: entityId,
    kind: z.enum(checkpointKinds),
    /** Null for those that nobody gave one. */
    title: z.string().nullable(),
    createdAtMs: timeMs,
    /** The name of who saved it, or restored something else over it; null for an automatic one. */
    createdBy: z.string().nullable(),
    shapeCount: z.number().int(),
    /** As it is stored, packed. */
    bytes: z.number().int(),
    /** What is stored is not what was written: it can be neither shown nor restored. */
    isDamaged: z.boolean(),
    /** A drawing of it, as SVG; add `?scheme=dark` for dark screens. */
    pictureUrl: z.string(),
  })
  .meta({ id: 'Checkpoint' })
export type Checkpoint = z.infer<typeof checkpoint>

export const createCheckpointRequest = z.strictObject({ title })

/** `before` is what the board was until then; restoring it takes the restoring back. Null where nothing could be read. */
export const restoredCheckpoint = z
  .object({ epoch: z.number().int(), before: checkpoint.nullable() })
  .meta({ id: 'RestoredCheckpoint' })
export type RestoredCheckpoint = z.infer<typeof restoredCheckpoint>
