import { expect, test } from 'vitest'
import { fromLocalInput, knownTimeZone, listTimeZones, toLocalInput } from './time-zone.ts'

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

test('what is no date is none, and a zone nobody knows is the device’s own', () => {
  expect(fromLocalInput('', 'UTC')).toBeNull()
  expect(knownTimeZone('Middle-earth/Shire')).toBe(knownTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone))
  expect(listTimeZones('Pacific/Fiji')).toContain('Pacific/Fiji')
})
