import { describe, expect, test } from 'vitest'
import { clockTone, shareLeft, timeLeftMs } from './clock.ts'
import { goesOnAtMs } from './days.ts'
import { scheduleOf } from './schedule.ts'
import type { Step } from './session.ts'
import { having, plan, running, say, session, step } from './testing/sessions.ts'

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

  test('leaves steps without a time as they are, however late it is', () => {
    const steps = [step('one'), step('pause', { minutes: 0 })]
    const late = having(session({ plan: plan({ steps }) }), { type: 'start' })
    expect(scheduleOf(late, at(25)).steps.map(({ fittedMinutes }) => fittedMinutes)).toEqual([10, 0])
    expect(having(late, [{ type: 'fit_to_end' }, { nowMs: at(25) }])).toBe(late)
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

describe('a session of several days', () => {
  // 1,000,000 ms are 0:16:40 UTC; the next day begins at ten.
  const night = (id: string, daysLater = 1) =>
    step(id, { mode: 'break', minutes: 0, goesOn: { daysLater, minuteOfDay: 600 } })
  const days = [
    step('one'),
    step('two'),
    night('night'),
    step('three'),
    step('four'),
    night('last-night', 3),
    step('five'),
  ]
  const tenOn = (day: number, minutes = 0) => Date.UTC(1970, 0, day, 10, minutes)
  const week = session({ plan: plan({ timeZone: 'UTC', steps: days }) })
  const toNight = (nowMs: number) => having(week, { type: 'start' }, { type: 'next' }, [{ type: 'next' }, { nowMs }])
  const startsOf = (schedule: ReturnType<typeof scheduleOf>) => schedule.steps.map(({ expected }) => expected?.startMs)

  test('begins each day at its own time, and adds no nights to its minutes', () => {
    const schedule = scheduleOf(week, 0)
    expect(startsOf(schedule)).toEqual([at(0), at(10), at(20), tenOn(2), tenOn(2, 10), tenOn(2, 20), tenOn(5)])
    expect(schedule.steps.map(({ day }) => day)).toEqual([1, 1, 1, 2, 2, 2, 3])
    expect(schedule.dayStartsMs).toEqual([at(0), tenOn(2), tenOn(5)])
    expect([schedule.totalMs, schedule.plannedEndMs]).toEqual([50 * minuteMs, tenOn(5, 10)])
  })

  test('keeps ten o’clock where the clocks go back overnight', () => {
    const startsAtMs = Date.parse('2026-10-24T08:00Z')
    const { dayStartsMs } = scheduleOf(
      session({ plan: plan({ startsAtMs, timeZone: 'Europe/Vienna', steps: days }) }),
      0,
    )
    expect(new Date(dayStartsMs[1] ?? 0).toISOString()).toBe('2026-10-25T09:00:00.000Z')
  })

  test('that has no date yet has the times of its days all the same', () => {
    const { dayStartsMs } = scheduleOf(session({ plan: plan({ startsAtMs: null, steps: days }) }), 0)
    expect(dayStartsMs).toEqual([0, tenOn(2), tenOn(5)])
  })

  test('is behind by its own day alone, and rests without ending, ringing or falling behind', () => {
    const late = having(week, { type: 'start' }, [{ type: 'next' }, { nowMs: at(15) }])
    expect(scheduleOf(late, at(15))).toMatchObject({ aheadMs: -5 * minuteMs, expectedEndMs: at(25) })
    expect(startsOf(scheduleOf(late, at(15)))[3]).toBe(tenOn(2))
    const resting = toNight(at(25))
    expect(running(resting).clock).toEqual({ state: 'none' })
    for (const nowMs of [at(25), tenOn(2, -60), tenOn(2, -1)]) {
      expect(scheduleOf(resting, nowMs)).toMatchObject({ aheadMs: -5 * minuteMs, expectedEndMs: at(25) })
      expect(goesOnAtMs(resting)).toBe(tenOn(2))
    }
    expect(having(resting, [{ type: 'fit_to_end' }, { nowMs: tenOn(2) }])).toBe(resting)
  })

  test('begins the next day anew: late by what that day began late', () => {
    const next = having(toNight(at(25)), [{ type: 'next' }, { nowMs: tenOn(2, 7) }])
    const schedule = scheduleOf(next, tenOn(2, 7))
    expect(schedule).toMatchObject({ aheadMs: -7 * minuteMs, plannedEndMs: tenOn(2, 20) })
    expect(schedule.steps.map(({ lateMs }) => lateMs / minuteMs)).toEqual([-10, 5, 7, 7, 7, 0, 0])
    expect(goesOnAtMs(next)).toBeUndefined()
    const fitted = having(next, [{ type: 'fit_to_end' }, { nowMs: tenOn(2, 8) }])
    expect(fitted.plan.steps.map(({ minutes }) => minutes)).toEqual([10, 10, 0, 10, 3, 0, 10])
  })

  test('that goes on two days later is promised anew from there, and what is to come with it', () => {
    const next = having(toNight(at(20)), [{ type: 'next' }, { nowMs: tenOn(4, 30) }])
    const schedule = scheduleOf(next, tenOn(4, 30))
    expect(schedule).toMatchObject({ aheadMs: 0, dayStartsMs: [at(0), tenOn(4, 30), tenOn(7)] })
  })

  test('keeps its day when somebody looks back at yesterday, or ahead at tomorrow', () => {
    const back = having(
      toNight(at(20)),
      [{ type: 'next' }, { nowMs: tenOn(2) }],
      [{ type: 'jump', stepId: 'one' }, { nowMs: tenOn(2, 180) }],
      [{ type: 'jump', stepId: 'four' }, { nowMs: tenOn(2, 190) }],
    )
    expect(scheduleOf(back, tenOn(2, 190)).dayStartsMs[1]).toBe(tenOn(2))
    const ahead = having(
      week,
      { type: 'start' },
      [{ type: 'jump', stepId: 'three' }, { nowMs: at(5) }],
      [{ type: 'jump', stepId: 'one' }, { nowMs: at(6) }],
    )
    expect(scheduleOf(ahead, at(6))).toMatchObject({ dayStartsMs: [at(0), tenOn(2), tenOn(5)] })
    const onTuesday = having(
      ahead,
      [{ type: 'jump', stepId: 'night' }, { nowMs: at(20) }],
      [{ type: 'next' }, { nowMs: tenOn(2) }],
    )
    expect(scheduleOf(onTuesday, tenOn(2)).aheadMs).toBe(0)
  })

  test('takes a night that is planned while it runs, and one that is taken away', () => {
    const begun = having(session({ plan: plan({ timeZone: 'UTC' }) }), { type: 'start' })
    const { id: _, ...planned } = night('night')
    const later = having(begun, { type: 'add_step', step: planned, afterId: 'one' })
    expect(scheduleOf(later, at(0))).toMatchObject({ aheadMs: 0, plannedEndMs: at(10), dayStartsMs: [at(0), tenOn(2)] })
    expect(startsOf(scheduleOf(later, at(0)))).toEqual([at(0), at(10), tenOn(2), tenOn(2, 10)])
    const merged = having(week, { type: 'start' }, { type: 'remove_step', stepId: 'night' })
    expect(scheduleOf(merged, at(0))).toMatchObject({ aheadMs: 0, dayStartsMs: [at(0), tenOn(4)] })
    expect(startsOf(scheduleOf(merged, at(0))).slice(0, 4)).toEqual([at(0), at(10), at(20), at(30)])
  })

  test('may rest in a break without minutes only, and not for longer than two months', () => {
    const added = (changes: Partial<Step>) => {
      const { id: _, ...given } = { ...night('night'), ...changes }
      return say(week, { type: 'add_step', step: given, afterId: null })
    }
    expect(added({})).toMatchObject({ version: 2 })
    for (const changes of [
      { mode: 'open' },
      { minutes: 10 },
      { goesOn: { daysLater: 0, minuteOfDay: 600 } },
      { goesOn: { daysLater: 61, minuteOfDay: 600 } },
      { goesOn: { daysLater: 1, minuteOfDay: 1_440 } },
      { goesOn: { daysLater: 1, minuteOfDay: 0.5 } },
    ] as const) {
      expect(added(changes), JSON.stringify(changes)).toBe('out_of_bounds')
    }
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
