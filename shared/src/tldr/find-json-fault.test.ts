import { expect, test } from 'vitest'
import { endsTooEarly, firstBrokenLine } from './find-json-fault.ts'

const whole = '{"a": [1.5, -2e3, true, null], "b": "x\\u00e9\\n"}'

test('JSON ends too early wherever it is cut off', () => {
  for (let length = 0; length < whole.length; length += 1)
    expect([length, endsTooEarly(whole.slice(0, length))]).toEqual([length, true])
})

test.each(['hello', '{"a": x', '[1] 2', '{"a" 1', whole])('%j does not only end too early', (text) => {
  expect(endsTooEarly(text)).toBe(false)
})

test.each([
  ['hello', 1],
  ['{\n "a": 1,\n x,\n "b": [\n  1\n ]\n}', 3],
  ['{\n "a" 1\n}', 2],
  ['[1\n]\n\n,', 4],
  ['[\n"a\n"]', 2],
])('%j is broken in a line', (text, line) => {
  expect(firstBrokenLine(text)).toBe(line)
})
