import { localise } from './local-text.ts'
import { type NoteValue, readValue } from './note-values.ts'
import { sayValue, type ValueWords } from './value-words.ts'
import type { ZoneField } from './zone-fields.ts'

export type SaidValue = ValueWords & {
  readonly key: string
  readonly label: string
  readonly value: NoteValue
  /** Without its label nobody could tell what it is about: two scales, two dates. */
  readonly needsLabel: boolean
}

/** What a note says of the fields it is asked for, in their order; nothing of those it says nothing of. */
export function sayValues(
  fields: readonly ZoneField[],
  meta: Readonly<Record<string, unknown>> | undefined,
  locale: string,
): SaidValue[] {
  return fields.flatMap((field) => {
    const value = readValue(field, meta)
    if (value === undefined) return []
    const needsLabel = fields.some((other) => other !== field && sortOf(other) === sortOf(field))
    const label = localise(field.label, locale)
    return [{ ...sayValue(field, value, locale), key: field.key, label, value, needsLabel }]
  })
}

function sortOf({ kind }: ZoneField): string {
  return kind === 'scale' ? 'choice' : kind
}

/** "Power: 7 of 10", for those who hear it. */
export function readAloud({ label, word }: SaidValue): string {
  return `${label}: ${word}`
}
