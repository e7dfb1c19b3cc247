import { z } from 'zod'
import { entityIdPattern } from '../ids.ts'
import { maxPeopleOfTable, maxTitleLength } from '../limits.ts'
import { plainLine, plainWords } from '../plain-words.ts'

export const entityId = z.string().regex(entityIdPattern)
/** What people call something, on one line; may be empty. */
export const line = (most: number) => z.string().overwrite(plainLine).trim().max(most)
/** What people say of something. */
export const words = (most: number) => z.string().overwrite(plainWords).trim().max(most)
export const title = line(maxTitleLength).min(1)
/** Unix time in milliseconds. */
export const timeMs = z.number().int().nonnegative()
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
/** ISO 3166-1 alpha-2, in capitals. */
export const country = z.string().regex(/^[A-Z]{2}$/)
export const role = z.enum(['facilitator', 'editor', 'table', 'viewer'])
/** Where somebody takes part. */
export const personPlace = z.enum(['room', 'online'])
/** How many people a table's device is. */
export const standsFor = z.number().int().min(1).max(maxPeopleOfTable)

/** RFC 9457. `code` is one of `errorKinds`; `errors` names the fields of a request that are wrong. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'An error as RFC 9457 has it.' })
export type Problem = z.infer<typeof problem>
