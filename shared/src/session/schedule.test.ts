import { describe, expect, test } from 'vitest'
import { clockTone, shareLeft, timeLeftMs } from './clock.ts'
import { scheduleOf } from './schedule.ts'
import { having, plan, running, session, step } from './testing/sessions.ts'

const minuteMs = 60_000
const startMs = 1_000_000
const at = (minutes: number) => startMs + minutes * minuteMs
const minutesOf = (span: { startMs: number; endMs: number } | null) =>
  span && [(span.startMs - startMs) / minuteMs, (span.endMs - startMs) / minuteMs]

describe('a plan', () => {
  test('has the times of all its steps by itself, from its start', () => {
    const { steps, totalMs, plannedEndMs, isStartKnown } = scheduleOf(session(), 0)
    expect(steps.map(({ planned }) => minutesOf(planned))).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
    ])
    expect([totalMs, plannedEndMs, isStartKnown]).toEqual([30 * minuteMs, at(30), true])
  })

  test('counts from nothing while its start is not known', () => {
    const schedule = scheduleOf(session({ plan: plan({ startsAtMs: null }) }), 0)
    expect(schedule).toMatchObject({ isStartKnown: false, plannedEndMs: 30 * minuteMs })
  })
})

describe('a session that runs', () => {
  const begun = (nowMs = startMs) => having(session(), [{ type: 'start' }, { nowMs }])

  test('is late by what it began late, and every step with it', () => {
    const schedule = scheduleOf(begun(at(5)), at(5))
    expect(schedule.aheadMs).toBe(-5 * minuteMs)
    expect(schedule.steps.map(({ lateMs }) => lateMs / minuteMs)).toEqual([5, 5, 5])
  })

  test('that begins on another day is promised anew', () => {
    expect(scheduleOf(begun(at(3_000)), at(3_000))).toMatchObject({ aheadMs: 0, plannedEndMs: at(3_030) })
  })

  test('falls behind with every minute beyond a step’s time, and shows which steps it costs', () => {
    const schedule = scheduleOf(begun(), at(14))
    expect(schedule.steps.map(({ lateMs }) => lateMs / minuteMs)).toEqual([4, 4, 4])
    expect(schedule.steps.map(({ fittedMinutes }) => fittedMinutes)).toEqual([10, 8, 8])
    expect(schedule.aheadMs).toBe(-4 * minuteMs)
  })

  test('is ahead after a step that took less', () => {
    const early = having(begun(), [{ type: 'next' }, { nowMs: at(6) }])
    const schedule = scheduleOf(early, at(6))
    expect(schedule.aheadMs).toBe(4 * minuteMs)
    expect(minutesOf(schedule.steps[0]?.expected ?? null)).toEqual([0, 6])
    expect(minutesOf(schedule.steps[2]?.expected ?? null)).toEqual([16, 26])
  })

  test('has nothing to expect of a step that was passed over', () => {
    const jumped = having(begun(), { type: 'jump', stepId: 'three' })
    expect(scheduleOf(jumped, startMs).steps[1]).toMatchObject({ expected: null, lateMs: 0 })
  })

  test('shortens what is to come alike, to end as promised, and no step to nothing', () => {
    const steps = [step('one'), step('two', { minutes: 20 }), step('pause', { minutes: 0 }), step('three')]
    const late = having(session({ plan: plan({ steps }) }), { type: 'start' })
    const fitted = having(late, [{ type: 'fit_to_end' }, { nowMs: at(25) }])
    expect(fitted.plan.steps.map(({ minutes }) => minutes)).toEqual([10, 10, 0, 5])
    expect(scheduleOf(fitted, at(25)).aheadMs).toBe(0)
    const hopeless = having(late, [{ type: 'fit_to_end' }, { nowMs: at(100) }])
    expect(hopeless.plan.steps.map(({ minutes }) => minutes)).toEqual([10, 1, 0, 1])
    const inTime = having(late, { type: 'fit_to_end' })
    expect(inTime).toBe(late)
  })

  test('keeps to what was promised when it ends', () => {
    const ended = having(begun(), [{ type: 'next' }, { nowMs: at(12) }], [{ type: 'end' }, { nowMs: at(33) }])
    expect(scheduleOf(ended, at(99))).toMatchObject({ aheadMs: -3 * minuteMs, expectedEndMs: at(33) })
    expect(scheduleOf(ended, at(99)).steps.map(({ expected }) => minutesOf(expected))).toEqual([
      [0, 12],
      [12, 33],
      null,
    ])
  })
})

describe('the clock of a step', () => {
  const { clock } = running(having(session(), { type: 'start' }))
  test('turns amber at a fifth, red at a twentieth, and then is over', () => {
    const tones = [7.9, 8, 9.4, 9.5, 9.99, 10, 12].map((minutes) => clockTone(clock, at(minutes)))
    expect(tones).toEqual(['plenty', 'amber', 'amber', 'red', 'red', 'over', 'over'])
    expect([shareLeft(clock, at(5)), shareLeft(clock, at(99))]).toEqual([0.5, 0])
    expect(timeLeftMs(clock, at(11))).toBe(-minuteMs)
    expect([timeLeftMs({ state: 'none' }, 0), clockTone({ state: 'none' }, 0)]).toEqual([null, 'plenty'])
  })
})
