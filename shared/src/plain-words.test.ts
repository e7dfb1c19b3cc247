import { expect, test } from 'vitest'
import { createPilotRequest } from './http/pilots.ts'
import { plainLine, plainWords } from './plain-words.ts'

test.each([
  ['an empty byte and other control characters', 'Re\0pair\u0007 \u009Fcafé', 'Repair café'],
  ['what turns the direction of all that follows', '\u202Etxt.efac \u2066Repair', 'txt.efac Repair'],
  ['half of a character', 'Repair \uD83D café', 'Repair  café'],
])('%s is taken out of words', (_, given, expected) => expect(plainWords(given)).toBe(expected))

test.each([
  ['lines', 'one\ntwo'],
  ['marks of direction', '\u200Fمقهى\u200E 2'],
  ['what joins letters and pictures', 'می\u200Cخواهم 👩\u200D🌾'],
])('%s stay in words', (_, words) => expect(plainWords(words)).toBe(words))

test('a name is on one line', () => expect(plainLine('Repair\r\n\u2028café\t2')).toBe('Repair café 2'))

test('what somebody asks for is called by plain words, and by nothing else', () => {
  const ask = (title: string) => createPilotRequest.safeParse({ title, challenge: 'one\n\0two' })
  expect(ask(' \u202ERepair\n\0café ').data).toEqual({ title: 'Repair café', challenge: 'one\ntwo' })
  expect(ask('\0\u202E').success).toBe(false)
})
