import { expect, test } from 'vitest'
import type { Guest, RotationPlan } from '#shared/session/tables/seating.ts'
import { planFacts } from './plan-facts.ts'

const guest = (participantId: string, country: string | null): Guest => ({
  ...{ participantId, country, organisation: null, isRemote: false, count: 1 },
})
const guests = [guest('ana', 'FJ'), guest('ben', 'FJ'), guest('cita', 'WS'), guest('dan', null)]
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

test('a plan says how many people everybody meets, and who meets again', () => {
  expect(planFacts(plan, guests, new Set())).toMatchObject({
    meets: { least: 2, most: 2 },
    repeats: 0,
    returns: 2,
  })
  expect(planFacts([plan[0] ?? [], plan[0] ?? []], guests, new Set())).toMatchObject({
    meets: { least: 1, most: 1 },
    repeats: 2,
  })
})

test('mixture is told by the table with the fewest countries, where there is more than one at all', () => {
  expect(planFacts(plan, guests, new Set()).fewestCountries).toBe(1)
  expect(planFacts([[['ana', 'cita']]], guests, new Set()).fewestCountries).toBe(2)
  expect(planFacts([[['ana', 'ben']]], guests.slice(0, 2), new Set()).fewestCountries).toBeUndefined()
})

test('of nobody nothing is said that is wrong', () => {
  expect(planFacts([[[], []]], [], new Set())).toMatchObject({ meets: { least: 0, most: 0 }, repeats: 0 })
})
