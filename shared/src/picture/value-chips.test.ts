import { expect, test } from 'vitest'
import type { SaidValue } from '../board/said-values.ts'
import { layOutChips } from './value-chips.ts'

const note = { w: 200, h: 200 }

function said(word: string, overrides: Partial<SaidValue> = {}): SaidValue {
  return {
    ...{ key: word, label: 'Power', word, symbol: '●', tone: 'good', value: word, needsLabel: false },
    ...overrides,
  }
}

test('keeps clear of the words, and inside the width of the note', () => {
  const { chips } = layOutChips(
    ['adequate', 'x'.repeat(300), '22 Nov 2026'].map((word) => said(word)),
    note,
    1,
  )
  for (const { x, w, y } of chips) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + w).toBeLessThanOrEqual(200.01)
    expect(y).toBeGreaterThan(200 - 16)
  }
})

test('is in the middle, one beside the other, from the reader’s side', () => {
  const [a, b] = layOutChips([said('some'), said('yes')], note, 1).chips
  expect(a?.y).toBe(b?.y)
  expect((a?.x ?? 0) + (a?.w ?? 0)).toBeLessThan(b?.x ?? 0)
  expect(Math.round((a?.x ?? 0) + (b?.x ?? 0) + (b?.w ?? 0))).toBe(200)
  expect(layOutChips([said('some'), said('yes')], note, 1, true).chips.map(({ word }) => word)).toEqual(['yes', 'some'])
})

test('names what could be taken for something else, and counts what has no room', () => {
  const scales = ['7 of 10', '3 of 10'].map((word) => said(word, { needsLabel: true }))
  expect(layOutChips(scales, note, 1).chips.map(({ word }) => word)).toEqual(['Power 7 of 10', 'Power 3 of 10'])
  const long = ['a', 'b', 'c', 'd'].map((letter) => said(letter.repeat(18)))
  const { chips } = layOutChips(long, note, 1)
  expect(chips.map(({ word }) => word)).toEqual(['a'.repeat(18), '+3'])
})

test('grows with its note', () => {
  const [one] = layOutChips([said('some')], note, 1).chips
  const [twice] = layOutChips([said('some')], { w: 400, h: 400 }, 2).chips
  expect(twice?.w).toBeCloseTo((one?.w ?? 0) * 2)
  expect(twice?.y).toBeCloseTo((one?.y ?? 0) * 2)
})
