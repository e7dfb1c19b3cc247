import { z } from 'zod'
import type { LocalText } from '../board/local-text.ts'
import { backgroundRules, zoneBackgrounds } from '../board/zone-backgrounds.ts'
import { valueTones } from '../board/zone-fields.ts'
import { noteKinds } from '../board/zone-shape.ts'
import {
  maxFieldsPerZone,
  maxPages,
  maxTemplateSteps,
  maxTitleLength,
  maxValueLength,
  maxZoneHeadingLength,
  maxZonePromptLength,
  maxZones,
} from '../limits.ts'
import { plainWords } from '../plain-words.ts'
import {
  maxPromptLength as longestStepPrompt,
  maxDaysLater,
  maxExpectedPeople,
  maxNotesLength,
  maxParts,
  maxStepMinutes,
  maxStepTitleLength,
  maxTextLanguages,
} from '../session/bounds.ts'
import { stepModes, stepTools } from '../session/modes.ts'
import { maxDots, maxSuperVotes } from '../session/votes/prepared-vote.ts'
import { type Template, type TemplateZone, templateCategories, templateStages } from '../templates/template.ts'
import { findCrossFaults } from './template-cross-faults.ts'

/** What a file says of a template; its id and version are given where it is kept. */
export type TemplateContent = Omit<Template, 'id' | 'version'>

/** Where a zone or a step may be called so; templates of ours have the same. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'key' })
const keys = z.array(key).max(maxZones)
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)
const count = (least: number, most: number) => z.number().int().min(least).max(most)

/** Counted before it is read, as lists are. In one language at least; where it is not English, its first one stands in for readers of all others. */
const text = (most: number) =>
  z
    .record(z.string(), z.unknown())
    .refine((words) => Object.keys(words).length > 0, { error: 'empty' })
    .refine((words) => Object.keys(words).length <= maxTextLanguages, { error: 'languages' })
    .pipe(z.record(language, z.string().overwrite(plainWords).max(most)))
    .transform((words): LocalText => ({ ...words, en: words.en ?? Object.values(words)[0] ?? '' }))
const saidText = (most: number) =>
  text(most).refine((words) => Object.values(words).every((word) => word.trim() !== ''), { error: 'empty' })

/** First counted, so that 10,000 of something are one fault. */
const list = <Item extends z.ZodType>(item: Item, least: number, most: number) =>
  z.array(z.unknown()).min(least).max(most).pipe(z.array(item))

const label = text(maxValueLength)
const axis = z.strictObject({ label, low: label, high: label })
const cells = z.number().min(0.05).max(100)

const field = z.discriminatedUnion('kind', [
  z.strictObject({
    key,
    label: saidText(maxValueLength),
    kind: z.literal('choice'),
    options: list(
      z.strictObject({
        value: z.string().min(1).max(40),
        word: saidText(maxValueLength),
        symbol: z.string().min(1).max(4),
        tone: z.enum(valueTones),
      }),
      2,
      12,
    ),
  }),
  z.strictObject({
    key,
    label: saidText(maxValueLength),
    kind: z.literal('scale'),
    min: count(-1_000, 1_000),
    max: count(-1_000, 1_000),
    words: list(label, 0, 20),
    axis: z.enum(['x', 'y']).nullable(),
    row: count(0, 14).nullable(),
  }),
  z.strictObject({ key, label: saidText(maxValueLength), kind: z.literal('amount'), unit: text(40) }),
  z.strictObject({ key, label: saidText(maxValueLength), kind: z.literal('date') }),
  z.strictObject({ key, label: saidText(maxValueLength), kind: z.literal('words') }),
])

/** What is held to the same bounds on a board, however the zone came there. */
export const zoneParts = z.strictObject({
  key,
  heading: saidText(maxZoneHeadingLength),
  prompt: text(maxZonePromptLength),
  purpose: text(longestStepPrompt),
  noteKinds: list(z.enum(noteKinds), 0, noteKinds.length),
  isVotable: z.boolean(),
  capacity: count(0, maxExpectedPeople),
  background: z.enum(zoneBackgrounds),
  labels: list(label, 0, 20),
  backgroundAlt: text(longestStepPrompt),
  reportHeading: z.exactOptional(text(maxValueLength)),
  rows: z.exactOptional(list(label, 0, 20)),
  axes: z.exactOptional(z.strictObject({ x: axis, y: axis })),
  dividers: z.exactOptional(list(z.strictObject({ row: count(0, 14), label }), 0, 14)),
  frames: z.exactOptional(count(0, 100)),
  counts: z.exactOptional(z.literal('columns')),
  fields: z.exactOptional(list(field, 0, maxFieldsPerZone)),
})

const zone: z.ZodType<TemplateZone> = zoneParts.extend({
  place: z.strictObject({
    column: z.number().min(-1_000).max(1_000),
    row: z.number().min(-1_000).max(1_000),
    columns: z.exactOptional(cells),
    rows: z.exactOptional(cells),
  }),
  page: z.exactOptional(key),
})

const vote = z.strictObject({
  dots: count(1, maxDots),
  isSeveralOnOne: z.boolean(),
  isNamed: z.boolean(),
  superVotes: z.exactOptional(count(0, maxSuperVotes)),
  isStraw: z.exactOptional(z.boolean()),
  onPictures: z.exactOptional(z.boolean()),
})

const step = z.strictObject({
  key,
  title: saidText(maxStepTitleLength),
  minutes: count(0, maxStepMinutes),
  mode: z.enum(stepModes),
  isAnonymous: z.exactOptional(z.boolean()),
  zones: keys,
  prompt: text(longestStepPrompt),
  notes: text(maxNotesLength),
  tools: z.exactOptional(list(z.enum(stepTools), 0, stepTools.length)),
  isKeptToZones: z.exactOptional(z.boolean()),
  feeds: z.exactOptional(keys),
  parts: z.exactOptional(count(1, maxParts)),
  vote: z.exactOptional(vote),
  goesOn: z.exactOptional(z.strictObject({ daysLater: count(1, maxDaysLater), minuteOfDay: count(0, 24 * 60 - 1) })),
})

/** Held to what templates of ours are held to, but for the language, the places of zones and the length of their words. */
export const templateContent = z
  .strictObject({
    title: saidText(maxTitleLength),
    summary: text(longestStepPrompt),
    category: z.enum(templateCategories),
    people: z.strictObject({ min: count(1, maxExpectedPeople), max: count(1, maxExpectedPeople) }),
    minutes: count(0, maxTemplateSteps * maxStepMinutes),
    stage: z.enum(templateStages),
    origin: text(longestStepPrompt),
    pages: z.exactOptional(list(z.strictObject({ key, title: saidText(maxTitleLength) }), 1, maxPages)),
    zones: list(zone, 1, maxZones),
    steps: list(step, 0, maxTemplateSteps),
  })
  .superRefine((content: TemplateContent, context) => {
    for (const { path, kind } of findCrossFaults(content, backgroundRules)) {
      context.addIssue({ code: 'custom', path: [...path], message: kind })
    }
  })

export const templateFormat = 'tablecloth-template'
export const templateFormatVersion = 1
export const templateFile = z.strictObject({
  format: z.literal(templateFormat),
  formatVersion: z.literal(templateFormatVersion),
  template: templateContent,
})

/** As `readTemplateFile()` takes it back. */
export function writeTemplateFile({ id: _id, version: _version, ...template }: Template): string {
  return `${JSON.stringify({ format: templateFormat, formatVersion: templateFormatVersion, template }, undefined, 2)}\n`
}
