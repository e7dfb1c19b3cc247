import { expect, test } from 'vitest'
import { numberedSlug, slugOf } from './slug.ts'

test.each([
  ['Sustaining smart islands in the Pacific', 'sustaining-smart-islands-in-the-pacific'],
  ['Café on tides & reefs!', 'cafe-on-tides-reefs'],
  ['جزر ذكية', 'جزر-ذكية'],
  ['***', 'pilot'],
])('the slug of %j is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a slug is short and does not end in a dash', () => {
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  expect([...slugOf('x'.repeat(200))]).toHaveLength(60)
})

test('a taken slug gets a number', () => {
  expect([1, 2, 3].map((attempt) => numberedSlug('reef', attempt))).toEqual(['reef', 'reef-2', 'reef-3'])
})
