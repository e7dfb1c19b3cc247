import { z } from 'zod/mini'

/**
 * What a Tablecloth client says of itself through awareness. Pointer positions travel as message 103 and names come from
 * message 101, so this changes rarely. A stock client may say anything; readers take what parses.
 */
export const awarenessStateSchema = z.object({
  /** The page the person is on; her pointer is shown to those on the same one. */
  pageId: z.optional(z.string()),
  /** The shape whose text is being typed into. */
  editing: z.optional(z.nullable(z.string())),
  /** Selected shapes, at most 100. */
  selection: z.optional(z.array(z.string())),
  /** What the person sees, in canvas units; for those who follow her. */
  view: z.optional(z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
  /** Her pointer is a laser right now: it leaves a trail that fades. */
  laser: z.optional(z.boolean()),
  /** The client whose view this person follows. */
  following: z.optional(z.nullable(z.number())),
})
export type AwarenessState = z.infer<typeof awarenessStateSchema>

export const maxSelectionShown = 100
