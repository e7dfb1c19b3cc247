import { describe, expect, test } from 'vitest'
import { daysUntil, formatMoment, formatWhen } from './format.ts'

const at = (text: string) => new Date(text).getTime()
const noon = at('2026-11-21T12:00:00')

describe('a time as people say it', () => {
  test.each([
    ['2026-11-21T11:59:30', 'now'],
    ['2026-11-21T11:15:00', '45 minutes ago'],
    ['2026-11-21T09:00:00', '3 hours ago'],
    ['2026-11-20T23:00:00', 'yesterday'],
    ['2026-11-16T12:00:00', '5 days ago'],
    ['2026-11-10T12:00:00', 'Nov 10'],
    ['2025-11-10T12:00:00', 'Nov 10, 2025'],
  ])('%s is %s', (then, words) => {
    expect(formatWhen(at(then), noon, 'en')).toBe(words)
  })

  test('counts midnights, not hours: last evening is yesterday in the morning', () => {
    expect(formatWhen(at('2026-11-20T22:00:00'), at('2026-11-21T08:00:00'), 'en')).toBe('yesterday')
  })

  test('is never in the future, whatever the device’s clock says', () => {
    expect(formatWhen(noon + 90_000, noon, 'en')).toBe('now')
  })

  test('is said in the reader’s language', () => {
    expect(formatWhen(at('2026-11-20T12:00:00'), noon, 'ar')).toBe('أمس')
  })
})

test('a moment has its month in words, in Arabic too', () => {
  expect(formatMoment(noon, 'en')).toBe('Nov 21, 2026, 12:00 PM')
  expect(formatMoment(noon, 'ar')).toContain('21 نوفمبر 2026')
})

test('a day that has begun is a day left, and there are never fewer than none', () => {
  const dayMs = 24 * 60 * 60 * 1_000
  expect(daysUntil(noon + 1, noon)).toBe(1)
  expect(daysUntil(noon + 30 * dayMs, noon)).toBe(30)
  expect(daysUntil(noon - dayMs, noon)).toBe(0)
})
