import Papa from 'papaparse'
import { localise } from '#shared/board/local-text.ts'
import type { NoteValue } from '#shared/board/note-values.ts'
import { sayValue } from '#shared/board/value-words.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { ZoneValues } from '../../canvas/values/canvas-values.ts'

/** Spreadsheets take a file for the local encoding without it, and letters beyond English are lost. */
const byteOrderMark = '\uFEFF'

/**
 * The notes of a zone, one a line: where it lies, its words, and a column for each field. Numbers and days stay what a
 * spreadsheet can count with; words that it would take for a formula begin with an apostrophe.
 */
export function writeValuesCsv(
  { fields, notes }: Pick<ZoneValues, 'fields' | 'notes'>,
  locale: string,
  heads: { readonly part: string; readonly note: string },
): string {
  const lines = notes.map(({ cell, text, values }) => [
    cell ? localise(cell.words, locale) : '',
    text,
    ...fields.map((field) => written(field, values[field.key], locale)),
  ])
  const columns = [heads.part, heads.note, ...fields.map(({ label }) => localise(label, locale))]
  return byteOrderMark + Papa.unparse({ fields: columns, data: lines }, { escapeFormulae: true })
}

function written(field: ZoneField, value: NoteValue | undefined, locale: string): string | number {
  if (value === undefined) return ''
  return field.kind === 'choice' ? sayValue(field, value, locale).word : value
}
