import { expect, test } from 'vitest'
import { joinWayOut } from './join-problem.ts'

test('a mistyped code can be typed again', () => {
  expect(joinWayOut('unknown_code')).toBe('type-again')
})

test('a closed invitation needs a new one, and no retry', () => {
  expect(joinWayOut('invite_expired')).toBe('ask')
  expect(joinWayOut('invite_switched_off')).toBe('ask')
  expect(joinWayOut('board_deleted')).toBe('ask')
})

test('what passes by itself can be tried again with the same code', () => {
  expect(joinWayOut('network')).toBe('try-again')
  expect(joinWayOut('too_many_wrong_codes')).toBe('try-again')
  expect(joinWayOut('not_ready')).toBe('try-again')
})
