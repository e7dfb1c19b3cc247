import { z } from 'zod'
import { stepModes } from '../session/modes.ts'
import { templateCategories } from '../templates/template.ts'

/** Texts come in the language asked for with `?lang=` or Accept-Language. */
export const templateSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    category: z.enum(templateCategories),
    people: z.object({ min: z.number().int(), max: z.number().int() }),
    minutes: z.number().int(),
    stage: z.string(),
    origin: z.string(),
    /** A drawing of the whole board, as SVG; add `?scheme=dark` for dark screens. */
    pictureUrl: z.string(),
    zones: z.array(z.object({ key: z.string(), heading: z.string(), prompt: z.string(), purpose: z.string() })),
    steps: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        minutes: z.number().int(),
        mode: z.enum(stepModes),
        prompt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Template' })
export type TemplateSummary = z.infer<typeof templateSummary>
