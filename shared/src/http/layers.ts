import { z } from 'zod'

/**
 * `all` and `zone` (by its key): of everybody, for facilitators. `own`: one's own, all of them or these; arrows go with
 * what they are bound to.
 */
export const revealRequest = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('all') }),
  z.strictObject({ scope: z.literal('zone'), zone: z.string().min(1).max(64) }),
  z.strictObject({ scope: z.literal('own'), recordIds: z.array(z.string().max(80)).min(1).max(1_000).optional() }),
])
export type RevealRequest = z.infer<typeof revealRequest>

/** How many shapes have come to the board; asking again brings nothing twice. */
export const revealed = z.object({ shapeCount: z.number().int() }).meta({ id: 'Revealed' })
export type Revealed = z.infer<typeof revealed>

/** What the asking person has written alone and not revealed yet. */
export const ownLayer = z
  .object({
    /** Notes by the key of their zone; `''` outside of all. */
    notesByZone: z.record(z.string(), z.number().int()),
    /** Revealed, nobody will know whose they were. */
    isAnonymous: z.boolean(),
  })
  .meta({ id: 'OwnLayer' })
export type OwnLayer = z.infer<typeof ownLayer>
