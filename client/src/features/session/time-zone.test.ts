import { expect, test } from 'vitest'
import { knownTimeZone, listTimeZones } from './time-zone.ts'

test('a zone nobody knows is the device’s own', () => {
  expect(knownTimeZone('Middle-earth/Shire')).toBe(knownTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone))
  expect(listTimeZones('Pacific/Fiji')).toContain('Pacific/Fiji')
})
