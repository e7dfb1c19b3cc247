import { z } from 'zod'
import { maxTemplateSummaryLength } from '../limits.ts'
import { maxExpectedPeople } from '../session/bounds.ts'
import { stepModes } from '../session/modes.ts'
import { templateCategories, templateStages } from '../templates/template.ts'
import { title, words } from './common.ts'

/** What a card in the gallery shows, and what it is found by. Texts come in the language asked for with `?lang=` or Accept-Language. */
export const templateCard = z
  .object({
    id: z.string(),
    /** Of the organisation; the others come with Tablecloth. */
    isOwn: z.boolean(),
    /** One's own that the gallery does not show; a board that began from it keeps it. */
    isPutAway: z.boolean(),
    version: z.number().int(),
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

/** One of the versions of a template of the organisation, the newest first. */
export const templateVersion = z
  .object({
    version: z.number().int(),
    title: z.string(),
    atMs: z.number().int(),
    /** Null for the operator, and for an account that is gone. */
    byName: z.string().nullable(),
    pictureUrl: z.string(),
  })
  .meta({ id: 'TemplateVersion' })
export type TemplateVersion = z.infer<typeof templateVersion>

const manyPeople = z.number().int().min(1).max(maxExpectedPeople)
const templateWords = z.strictObject({
  title,
  summary: words(maxTemplateSummaryLength),
  category: z.enum(templateCategories),
  stage: z.enum(templateStages),
  people: z.strictObject({ min: manyPeople, max: manyPeople }),
})

/** What a facilitator says of a template. */
export type TemplateWords = z.output<typeof templateWords>

/** A board as a template of the organisation. With `template`, it becomes the next version of that one. */
export const saveTemplateRequest = z.strictObject({ ...templateWords.shape, template: z.string().max(64).optional() })
export type SaveTemplateRequest = z.output<typeof saveTemplateRequest>

/** What is not given stays as it is. */
export const updateTemplateRequest = z.strictObject({ ...templateWords.shape, isPutAway: z.boolean() }).partial()
export type UpdateTemplateRequest = z.output<typeof updateTemplateRequest>
