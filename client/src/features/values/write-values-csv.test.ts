import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { amount, due, evidence, owner } from '#shared/board/testing/fields.ts'
import type { NoteWithValues } from '../../canvas/values/canvas-values.ts'
import { writeValuesCsv } from './write-values-csv.ts'

const heads = { part: 'Part', note: 'Note' }

function note(text: string, values: NoteWithValues['values'] = {}): NoteWithValues {
  const cell = { index: 0, words: { en: 'Column: Today, row: Pains', ar: 'العمود: اليوم' }, row: 0, column: 0 }
  return { id: text, text, cell, values }
}

test('writes a line for each note, with its part and its values, as a spreadsheet reads them', () => {
  const notes = [
    note('solar\n"ferry", late', { evidence: 'some', due: '2026-11-22', 'run-cost': -3.5 }),
    { ...note('empty'), cell: undefined },
  ]
  const csv = writeValuesCsv({ fields: [evidence, due, amount], notes }, 'en', heads)
  expect(csv.startsWith('\uFEFFPart,Note,Evidence,Due,Run cost\r\n')).toBe(true)
  expect(Papa.parse(csv.slice(1)).data.slice(1)).toEqual([
    ['Column: Today, row: Pains', 'solar\n"ferry", late', 'some', '2026-11-22', '-3.5'],
    ['', 'empty', '', '', ''],
  ])
})

test('writes words in the reader’s language', () => {
  const csv = writeValuesCsv({ fields: [evidence], notes: [note('عبّارة', { evidence: 'some' })] }, 'ar', heads)
  expect(csv).toContain('الأدلة')
  expect(csv).toContain('بعضها')
})

test.each(['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
  'lets no words begin a formula: %j',
  (words) => {
    const csv = writeValuesCsv({ fields: [owner], notes: [note(words, { owner: words })] }, 'en', heads)
    const [, line] = Papa.parse<string[]>(csv.slice(1)).data
    expect(line?.[1]).toBe(`'${words}`)
    expect(line?.[2]).toBe(`'${words}`)
  },
)
