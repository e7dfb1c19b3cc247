import { expect, test } from 'vitest'
import { maxAmount, maxValueLength } from '../limits.ts'
import { fieldsInRow, isAllowed, isWellFormed, readValue, valueNameOf, valuesOnly } from './note-values.ts'
import { formatRecordKey, parseRecordKey } from './record-keys.ts'
import { amount, due, evidence, feeling, owner, scale } from './testing/fields.ts'
import { sayValue } from './value-words.ts'

test('a value has a key of the document of its own, whatever its field is called', () => {
  const name = valueNameOf('a2-run-cost')
  const part = { kind: 'meta', name } as const
  expect(parseRecordKey(formatRecordKey('shape:a', part))).toEqual({ recordId: 'shape:a', part })
  expect(parseRecordKey(`shape:a/meta.${valueNameOf('x'.repeat(40))}`)?.part.kind).toBe('meta')
  expect(valueNameOf('a-b')).not.toBe(valueNameOf('ab'))
})

test.each([
  ['a word of its own', evidence, 'some', true],
  ['a word of nobody', evidence, 'plenty', false],
  ['a number for a word', evidence, 1, false],
  ['the least', scale(), 1, true],
  ['the most', scale(), 10, true],
  ['less than the least', scale(), 0, false],
  ['more than the most', scale(), 11, false],
  ['half a step', scale(), 1.5, false],
  ['a step in words', scale(), '7', false],
  ['a step below 0', feeling, -2, true],
  ['an amount', amount, 12_000.5, true],
  ['an amount below 0', amount, -3, true],
  ['an amount without end', amount, Number.POSITIVE_INFINITY, false],
  ['an amount of too many digits', amount, maxAmount * 2, false],
  ['a day', due, '2026-11-22', true],
  ['a leap day', due, '2028-02-29', true],
  ['a day that there is not', due, '2026-02-29', false],
  ['a day of another form', due, '22.11.2026', false],
  ['a day with a time', due, '2026-11-22T10:00', false],
  ['a name', owner, 'Ana', true],
  ['nothing but room', owner, '  ', false],
  ['a book', owner, 'x'.repeat(maxValueLength + 1), false],
  ['an object', owner, { en: 'Ana' }, false],
])('of %s says whether the field allows it', (_, field, value, isFine) => {
  expect(isAllowed(field, value)).toBe(isFine)
  expect(readValue(field, { [valueNameOf(field.key)]: value })).toBe(isFine ? value : undefined)
})

test.each([null, undefined, true, [], {}, Number.NaN])('holds %s for no value at all', (value) => {
  expect(isWellFormed(value)).toBe(false)
})

test('tells values from what else a note holds', () => {
  expect(valuesOnly({ by: 'ana', value_power: 3 })).toEqual({ value_power: 3 })
  expect(valuesOnly(undefined)).toEqual({})
})

test('a scale of one row is asked of its notes alone', () => {
  const curve = { ...feeling, row: 2 }
  expect(fieldsInRow([evidence, curve], 2)).toEqual([evidence, curve])
  expect(fieldsInRow([evidence, curve], 1)).toEqual([evidence])
  expect(fieldsInRow([evidence, curve], undefined)).toEqual([evidence])
})

test.each([
  ['a choice', evidence, 'some', { symbol: '◐', word: 'some', tone: 'fair' }],
  ['a scale', scale(), 7, { symbol: '◕', word: '7 of 10', tone: 'neutral' }],
  ['the least of a scale', scale(), 1, { symbol: '○', word: '1 of 10', tone: 'neutral' }],
  ['a good feeling', feeling, 2, { symbol: '▲', word: '+2', tone: 'good' }],
  ['no feeling', feeling, 0, { symbol: '◆', word: '0', tone: 'fair' }],
  ['a bad feeling', feeling, -1, { symbol: '▼', word: '-1', tone: 'poor' }],
  [
    'a scale with words',
    scale({ min: 0, max: 2, words: [{ en: 'no' }, { en: 'partly' }, { en: 'yes' }] }),
    1,
    { symbol: '◑', word: 'partly', tone: 'neutral' },
  ],
  ['an amount', amount, 12_000, { symbol: '', word: '12,000 USD', tone: 'neutral' }],
  ['a day', due, '2026-11-22', { symbol: '', word: 'Nov 22, 2026', tone: 'neutral' }],
  ['words', owner, 'Ana', { symbol: '', word: 'Ana', tone: 'neutral' }],
] as const)('says %s', (_, field, value, said) => {
  expect(sayValue(field, value, 'en')).toEqual(said)
})

test('says values in the reader’s language', () => {
  expect(sayValue(evidence, 'some', 'ar').word).toBe('بعضها')
  expect(sayValue(scale(), 7, 'ar').word).toContain(' من ')
  expect(sayValue(amount, 5, 'ar').word).toContain('دولار')
  expect(sayValue(due, '2026-11-22', 'ar').word).toContain('نوفمبر')
  expect(sayValue(due, '2026-11-22', 'en-GB').word).toBe('22 Nov 2026')
})
