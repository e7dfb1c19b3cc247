import { describe, expect, test } from 'vitest'
import type { RotationPlan } from '#shared/session/tables/seating.ts'
import { meetingAgainIn, tableOf, withHostAt, withSeat } from './change-draft.ts'

const plan: RotationPlan = [
  [
    ['ana', 'ben'],
    ['cita', 'dan'],
  ],
  [
    ['ana', 'cita'],
    ['ben', 'dan'],
  ],
]

describe('a plan that is changed by hand', () => {
  test('moves one person in one round, and nobody else', () => {
    expect(withSeat(plan, 'ben', 1, 0)).toEqual([plan[0], [['ana', 'cita', 'ben'], ['dan']]])
  })

  test('takes somebody from the tables of a round, and back', () => {
    const without = withSeat(plan, 'ana', 0, undefined)
    expect(tableOf(without[0], 'ana')).toBeUndefined()
    expect(tableOf(without[1], 'ana')).toBe(0)
    expect(withSeat(without, 'ana', 0, 0)[0]).toEqual([
      ['ben', 'ana'],
      ['cita', 'dan'],
    ])
  })

  test('is the same plan where she sits there already', () => {
    expect(withSeat(plan, 'ben', 0, 0)).toBe(plan)
  })

  test('leaves a host at her table from a round on', () => {
    expect(withHostAt(plan, 'ben', 0, 1).map((seating) => tableOf(seating, 'ben'))).toEqual([0, 0])
    expect(withHostAt(plan, 'dan', 0, 1)[0]).toBe(plan[0])
  })
})

test('it is told who meets whom again', () => {
  const again: RotationPlan = [...plan, [['ana', 'dan', 'ben'], ['cita']]]
  expect(meetingAgainIn(again, 0)).toEqual(new Map())
  expect(meetingAgainIn(again, 2)).toEqual(
    new Map([
      ['ana', ['ben']],
      ['dan', ['ben']],
      ['ben', ['ana', 'dan']],
    ]),
  )
})
