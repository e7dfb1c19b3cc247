import { expect, test } from 'vitest'
import { fromLocalInput, onLaterDay, toLocalInput } from './local-time.ts'

test.each([
  ['2026-03-12T14:00', 'Pacific/Fiji', '2026-03-12T02:00:00Z'],
  ['2026-07-01T09:30', 'Europe/Vienna', '2026-07-01T07:30:00Z'],
  ['2026-01-01T09:30', 'Europe/Vienna', '2026-01-01T08:30:00Z'],
  ['2026-01-01T00:15', 'Asia/Kathmandu', '2025-12-31T18:30:00Z'],
  // The clocks go back: 02:30 comes twice, and the first one is meant.
  ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30:00Z'],
])('%s in %s is %s', (text, zone, utc) => {
  expect(fromLocalInput(text, zone)).toBe(Date.parse(utc))
  expect(toLocalInput(Date.parse(utc), zone)).toBe(text)
})

test('an hour that the clocks leave out is the one after it', () => {
  const moment = fromLocalInput('2026-03-29T02:30', 'Europe/Vienna')
  expect(moment === null ? null : toLocalInput(moment, 'Europe/Vienna')).toMatch(/T0[13]:30$/)
})

test('what is no date is none, and a zone nobody knows is UTC', () => {
  expect(fromLocalInput('', 'UTC')).toBeNull()
  expect(fromLocalInput('2026-07-01T09:30', 'Middle-earth/Shire')).toBe(Date.parse('2026-07-01T09:30Z'))
})

test.each([
  // Late on Monday there, when it is still Monday noon in London.
  ['2026-11-23T11:50Z', 1, 600, 'Pacific/Fiji', '2026-11-24T10:00'],
  // Over the night in which the clocks go back, ten o’clock is ten o’clock.
  ['2026-10-24T15:00Z', 1, 600, 'Europe/Vienna', '2026-10-25T10:00'],
  ['2026-12-30T15:00Z', 3, 0, 'UTC', '2027-01-02T00:00'],
])('from %s, %i days later at minute %i in %s it is %s', (from, days, minute, zone, expected) => {
  const later = onLaterDay(Date.parse(from), days, minute, zone)
  expect(toLocalInput(later, zone)).toBe(expected)
})
