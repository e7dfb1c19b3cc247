import { expect, test } from 'vitest'
import type { Template } from '../templates/template.ts'
import { pauseClock, resumeClock, startClock } from './clock.ts'
import { partAt } from './parts.ts'
import { planFromTemplate } from './plan-from-template.ts'
import type { Session } from './session.ts'
import { plan, running, say, session, step } from './testing/sessions.ts'

const minute = 60_000
const eight = { minutes: 8, parts: 8 }

function crazyEights(): Session {
  const begun = say(session({ plan: plan({ steps: [step('draw', eight)] }) }), { type: 'start' }, { nowMs: 0 })
  if (typeof begun === 'string') throw new Error(begun)
  return begun
}

function partOf(now: Session, nowMs: number) {
  const { clock } = running(now)
  const part = partAt(clock, 8, nowMs)
  return part && [part.number, part.leftMs, part.lengthMs]
}

test('eight minutes in eight parts: each has its minute', () => {
  const clock = startClock(8, 0)
  const numbers = Array.from({ length: 8 }, (_, i) => partAt(clock, 8, i * minute + 1)?.number)
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(partAt(clock, 8, 0)).toEqual({ number: 1, count: 8, leftMs: minute, lengthMs: minute })
  expect(partAt(clock, 8, 2.5 * minute)).toMatchObject({ number: 3, leftMs: minute / 2 })
})

test('after the last one is over it stays the last, and says since when', () => {
  expect(partAt(startClock(8, 0), 8, 9 * minute)).toMatchObject({ number: 8, leftMs: -minute })
})

test('a step of one part, and one without a time, have none', () => {
  expect(partAt(startClock(8, 0), 1, 0)).toBeUndefined()
  expect(partAt(startClock(0, 0), 8, 0)).toBeUndefined()
})

test('a pause stops a part where it is', () => {
  const paused = pauseClock(startClock(8, 0), 2.5 * minute)
  expect(partAt(paused, 8, 99 * minute)).toMatchObject({ number: 3, leftMs: minute / 2 })
  const on = resumeClock(paused, 100 * minute)
  expect(partAt(on, 8, 100 * minute)).toMatchObject({ number: 3, leftMs: minute / 2 })
  expect(partAt(on, 8, 101 * minute)).toMatchObject({ number: 4, leftMs: minute / 2 })
})

test('a minute more is the running part’s, also over a pause; those after it stay as long as they were', () => {
  const begun = crazyEights()
  const longer = say(begun, { type: 'add_minutes', minutes: 1 }, { nowMs: 2.5 * minute }) as Session
  expect(partOf(longer, 2.5 * minute)).toEqual([3, 1.5 * minute, 2 * minute])
  const paused = say(longer, { type: 'pause' }, { nowMs: 3 * minute }) as Session
  const on = say(paused, { type: 'resume' }, { nowMs: 10 * minute }) as Session
  expect(partOf(on, 10 * minute)).toEqual([3, minute, 2 * minute])
  expect(partOf(on, 11.5 * minute)).toEqual([4, minute / 2, minute])
  expect(partOf(on, 15.5 * minute)).toEqual([8, minute / 2, minute])
  const again = say(on, { type: 'add_minutes', minutes: 2 }, { nowMs: 11.5 * minute }) as Session
  expect(partOf(again, 11.5 * minute)).toEqual([4, 2.5 * minute, 3 * minute])
  expect(partOf(again, 14.5 * minute)).toEqual([5, minute / 2, minute])
})

test('a minute less ends the running part, and what is not left of it comes off the others', () => {
  const shorter = say(crazyEights(), { type: 'add_minutes', minutes: -1 }, { nowMs: 2.5 * minute }) as Session
  const [number, leftMs, lengthMs] = partOf(shorter, 2.5 * minute) ?? []
  expect([number, leftMs]).toEqual([4, lengthMs])
  expect(lengthMs).toBeCloseTo((4.5 * minute) / 5)
  expect(partOf(shorter, 7 * minute - 1)?.[0]).toBe(8)
})

test('a minute after the end is the last part’s', () => {
  const over = say(crazyEights(), { type: 'add_minutes', minutes: 1 }, { nowMs: 9 * minute }) as Session
  expect(partOf(over, 9 * minute)?.slice(0, 2)).toEqual([8, minute])
})

test('who comes to the step again finds it from the beginning', () => {
  const two = plan({ steps: [step('draw', eight), step('after')] })
  const begun = say(session({ plan: two }), { type: 'start' }, { nowMs: 0 }) as Session
  const longer = say(begun, { type: 'add_minutes', minutes: 1 }, { nowMs: minute }) as Session
  const after = say(longer, { type: 'next' }, { nowMs: 2 * minute }) as Session
  const back = say(after, { type: 'back' }, { nowMs: 3 * minute }) as Session
  expect(partOf(back, 3 * minute)).toEqual([1, minute, minute])
})

test('a template’s parts and prepared votes come into the plan, and none where it has none', () => {
  const words = { en: 'x' }
  const rest = { zones: [], prompt: words, notes: words, title: words }
  const vote = { dots: 1, isSeveralOnOne: false, isNamed: true, isStraw: true }
  const template: Template = {
    ...{ id: 't', version: 1, title: words, summary: words, origin: words },
    category: 'sprint',
    stage: 'sprint',
    people: { min: 1, max: 7 },
    minutes: 18,
    zones: [],
    steps: [
      { key: 'draw', mode: 'private', ...eight, ...rest },
      { key: 'poll', mode: 'vote', minutes: 10, vote, ...rest },
    ],
  }
  const [draw, poll] = planFromTemplate(template, plan(), () => 'id').steps
  expect(draw).toMatchObject({ parts: 8 })
  expect(draw).not.toHaveProperty('vote')
  const prepared = { dots: 1, severalOnOne: false, isSecret: false, isStraw: true, target: 'notes', superVotes: 0 }
  expect(poll?.vote).toEqual(prepared)
})

test.each([
  ['no part', { parts: 0 }],
  ['half a part', { parts: 1.5 }],
  ['too many parts', { parts: 61 }],
  ['no dot', { vote: { ...{ dots: 0, superVotes: 0 }, ...voteRest() } }],
  ['too many super-votes', { vote: { ...{ dots: 1, superVotes: 11 }, ...voteRest() } }],
])('a step with %s is refused', (_, changes) => {
  expect(say(session(), { type: 'update_step', stepId: 'one', changes })).toBe('out_of_bounds')
})

test('parts and a prepared vote can be changed, and taken away', () => {
  const vote = { dots: 2, superVotes: 1, ...voteRest() }
  const set = say(session(), { type: 'update_step', stepId: 'one', changes: { parts: 3, vote } }) as Session
  expect(set.plan.steps[0]).toMatchObject({ parts: 3, vote })
  const bare = say(set, { type: 'update_step', stepId: 'one', changes: { parts: 1, vote: null } }) as Session
  expect(bare.plan.steps[0]).toMatchObject({ parts: 1, vote: null })
})

function voteRest() {
  return { severalOnOne: true, isSecret: true, isStraw: false, target: 'notes' } as const
}
