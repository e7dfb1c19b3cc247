import { expect, test } from 'vitest'
import { formatNumber, relativeTimeFormat, timeFormat } from './formats.ts'

// Egypt's own digits are others, in whatever version of the rules.
test('digits are 0 to 9 in every language', () => {
  expect(new Intl.NumberFormat('ar-EG').format(12)).toBe('١٢')
  expect(formatNumber(1234.5, 'ar-EG')).toBe('1,234.5')
  expect(formatNumber(0.75, 'ar-EG', { style: 'percent' })).toContain('75')
  expect(timeFormat('ar-EG', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(0)).toBe('1 يناير')
  expect(relativeTimeFormat('ar-EG', { numeric: 'auto' }).format(-15, 'minute')).toContain('15')
})

test('a formatter is made once for a language and its options', () => {
  expect(timeFormat('en', { hour: 'numeric' })).toBe(timeFormat('en', { hour: 'numeric' }))
  expect(timeFormat('en', { hour: 'numeric' })).not.toBe(timeFormat('en', { hour: '2-digit' }))
  expect(timeFormat('en')).not.toBe(timeFormat('ar'))
})
