import { z } from 'zod'
import { board } from './boards.ts'

/** What a board does not take of a file, and how much of it there was. */
export const leftOut = z.object({
  what: z.enum(['film', 'pictureElsewhere', 'picture', 'unknown', 'tooLarge']),
  count: z.number().int(),
})
export type LeftOut = z.infer<typeof leftOut>

export const importedBoard = z.object({ board, leftOut: z.array(leftOut) }).meta({ id: 'ImportedBoard' })
export type ImportedBoard = z.infer<typeof importedBoard>
