import { expect, test } from 'vitest'
import { findDeepLine } from './find-deep-line.ts'

test.each([
  ['{"a": [1, {"b": 2}]}', 3, undefined],
  ['{"a": [1, {"b": 2}]}', 2, 1],
  ['[\n[],[],\n[\n[]]]', 2, 4],
  ['["[[[[", "\\"[[[", "\\\\", []]', 2, undefined],
  ['[[[', 2, 1],
  [']]]]', 2, undefined],
])('%j has something deeper than %i in line %s', (text, most, line) => {
  expect(findDeepLine(text, most)).toBe(line)
})
