import { z } from 'zod'
import { stepModes } from '../session/modes.ts'
import { templateCategories, templateStages } from '../templates/template.ts'

/** What a card in the gallery shows, and what it is found by. Texts come in the language asked for with `?lang=` or Accept-Language. */
export const templateCard = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    category: z.enum(templateCategories),
    people: z.object({ min: z.number().int(), max: z.number().int() }),
    minutes: z.number().int(),
    stage: z.enum(templateStages),
    origin: z.string(),
    /** Of its zones: who looks for "parking lot" finds what has one. */
    headings: z.array(z.string()),
    /** A drawing of the whole board, as SVG; add `?scheme=dark` for dark screens. */
    pictureUrl: z.string(),
  })
  .meta({ id: 'TemplateCard' })
export type TemplateCard = z.infer<typeof templateCard>

/** All that a template brings, in one language. */
export const templateDetail = templateCard
  .extend({
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
export type TemplateDetail = z.infer<typeof templateDetail>
