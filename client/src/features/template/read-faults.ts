import { z } from 'zod/mini'
import type { TemplateFault } from '#shared/http/read-template-file.ts'
import { ProblemError } from '../../api/problem-error.ts'

const faultList = z.object({
  errors: z.array(z.object({ path: z.string(), kind: z.string(), message: z.string() })),
  count: z.number(),
})

/** All that a server found wrong with a template file, and how much there is altogether; nothing where it is another problem. */
export function readFaults(error: unknown): { faults: readonly TemplateFault[]; count: number } {
  const details = error instanceof ProblemError ? error.details : undefined
  const { data } = faultList.safeParse(details)
  // Checked above as far as what it is not could break the list; both sides are built from one tree.
  return data
    ? { faults: (details as { errors: TemplateFault[] }).errors, count: data.count }
    : { faults: [], count: 0 }
}
