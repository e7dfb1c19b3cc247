import type { z } from 'zod'
import { DomainError } from '../errors.ts'
import { maxTemplateFaults } from '../limits.ts'
import {
  type TemplateContent,
  templateContent,
  templateFile,
  templateFormat,
  templateFormatVersion,
} from './template-file.ts'

const sentences = {
  missing: 'This is missing.',
  unknown_field: 'Nothing is known by this name.',
  wrong_kind: 'This is not what belongs here.',
  key: 'A key is made of small letters, digits and hyphens: 40 at most, and a letter first.',
  language: 'Languages are named as "en", "ar" or "pt-BR".',
  languages: 'These are more languages than one text may have.',
  empty: 'Some words are needed here.',
  too_short: 'This is too short.',
  too_long: 'This is too long.',
  not_enough: 'These are too few.',
  too_much: 'These are too many.',
  too_small: 'This number is too small.',
  too_large: 'This number is too large.',
  whole: 'Only a whole number can stand here.',
  twice: 'This is there twice.',
  no_such_zone: 'The template has no zone with this key.',
  no_such_page: 'The template has no page with this key.',
  not_drawn: 'This does not fit what is chosen beside it.',
  sum: 'The minutes of the steps add up to another number.',
  order: 'The smallest is larger than the largest.',
  needs_zones: 'Tables need two zones at least.',
  not_votable: 'Nobody can vote in one of these zones.',
} as const
export type FaultKind = keyof typeof sentences

/** One thing that is wrong with a template file. `part` and `key` name the zone, step or page it is in, from 1. */
export type TemplateFault = {
  readonly path: string
  readonly kind: FaultKind
  readonly message: string
  /** How much or how many there may be, where a bound is what is wrong. */
  readonly bound?: number
  readonly part?: { readonly kind: 'zone' | 'step' | 'page'; readonly number: number; readonly key: string }
}

/**
 * A template that somebody brings as a file.
 *
 * @throws {DomainError} `template_unreadable`, `template_too_new`; `template_damaged` with all that is wrong in `errors`
 */
export function readTemplateFile(text: string): TemplateContent {
  const file = parseJson(text)
  if (file.format !== templateFormat) throw new DomainError('template_unreadable')
  if (Number(file.formatVersion) > templateFormatVersion) throw new DomainError('template_too_new')
  const parsed = templateFile.safeParse(file)
  if (!parsed.success) throw damaged(parsed.error, file.template, ['template'])
  return parsed.data.template
}

/** @throws {DomainError} `template_damaged` */
export function checkTemplateContent(content: unknown): TemplateContent {
  const parsed = templateContent.safeParse(content)
  if (!parsed.success) throw damaged(parsed.error, content, [])
  return parsed.data
}

function damaged(error: z.ZodError, content: unknown, root: readonly string[]): DomainError {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, content, root))
  const errors = faults.slice(0, maxTemplateFaults)
  return new DomainError('template_damaged', { errors, count: faults.length }, { cause: error })
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const file: unknown = JSON.parse(text)
    if (isObject(file)) return file
  } catch (cause) {
    throw new DomainError('template_unreadable', {}, { cause })
  }
  throw new DomainError('template_unreadable')
}

function faultsOf(issue: z.core.$ZodIssue, content: unknown, root: readonly string[]): TemplateFault[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...issue.path, name]) : [issue.path]
  const { kind, bound } = describe(issue)
  return paths.map((path) => {
    const inside = path.slice(root.length).map((name) => (typeof name === 'symbol' ? '' : name))
    const part = partOf(inside, content)
    return {
      path: path.map(String).join('.').slice(0, 200),
      kind,
      message: sentences[kind],
      ...(bound !== undefined && { bound }),
      ...(part && { part }),
    }
  })
}

function describe(issue: z.core.$ZodIssue): { kind: FaultKind; bound?: number } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { kind: 'unknown_field' }
    case 'invalid_key':
      return { kind: 'language' }
    case 'too_big':
      return { kind: tooMuch[issue.origin] ?? 'too_large', bound: Number(issue.maximum) }
    case 'too_small':
      return { kind: tooLittle[issue.origin] ?? 'too_small', bound: Number(issue.minimum) }
    case 'invalid_type':
      if (issue.expected === 'int') return { kind: 'whole' }
      return { kind: issue.input === undefined ? 'missing' : 'wrong_kind' }
    default:
      return { kind: isKind(issue.message) ? issue.message : 'wrong_kind' }
  }
}
const tooMuch: Readonly<Record<string, FaultKind>> = { string: 'too_long', array: 'too_much' }
const tooLittle: Readonly<Record<string, FaultKind>> = { string: 'too_short', array: 'not_enough' }

function isKind(message: string): message is FaultKind {
  return Object.hasOwn(sentences, message)
}

/** Which zone, step or page of the file it is about. */
function partOf([list, place]: readonly (string | number)[], content: unknown): TemplateFault['part'] {
  const kind = list === 'zones' ? 'zone' : list === 'steps' ? 'step' : list === 'pages' ? 'page' : undefined
  if (!kind || typeof place !== 'number' || !isObject(content)) return undefined
  const items = content[`${kind}s`]
  const item: unknown = Array.isArray(items) ? items[place] : undefined
  const key = isObject(item) && typeof item.key === 'string' ? item.key.slice(0, 40) : ''
  return { kind, number: place + 1, key }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
