import { expect, test } from 'vitest'
import { scheduleOf } from '#shared/session/schedule.ts'
import { paceOf } from './pace-of.ts'
import { shiftOf } from './shift-of.ts'
import { sessionView } from './test-session-view.ts'

const minuteMs = 60_000

test('half a minute is no news, a minute is', () => {
  expect([29_000, -29_000, 31_000, -31_000].map(paceOf)).toEqual(['onTime', 'onTime', 'ahead', 'behind'])
})

test('a step that runs over makes the later ones begin later by as much', () => {
  const session = sessionView({ run: 'one' })
  const { steps, aheadMs } = scheduleOf(session, 14 * minuteMs)
  expect(steps.map(shiftOf)).toEqual([undefined, 4 * minuteMs, 4 * minuteMs])
  expect(paceOf(aheadMs)).toBe('behind')
})
