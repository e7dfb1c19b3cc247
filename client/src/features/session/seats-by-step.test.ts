import { expect, it } from 'vitest'
import type { SessionSummary } from '#shared/http/sessions.ts'
import { seatsByStep } from './seats-by-step.ts'

type Visit = SessionSummary['visits'][number]

function visit(stepId: string, tables: Visit['tables']): Visit {
  return {
    ...{ stepId, title: { en: stepId }, tables },
    ...{ enteredAtMs: 0, leftAtMs: 1, notesByZone: null, checkpointId: null, isKeptLate: false },
  }
}

const atOne = { zone: 'table-1', people: ['mele', 'tama'] }
const atTwo = { zone: 'table-2', people: ['sina'] }

it('tells one round for all steps in which everybody sat alike, however often they were visited', () => {
  const moved = [
    { ...atOne, people: ['mele'] },
    { ...atTwo, people: ['sina', 'tama'] },
  ]
  const rounds = seatsByStep([
    visit('arrive', null),
    visit('round 1', [atOne, atTwo]),
    visit('present', [{ ...atOne, people: ['tama', 'mele'] }, atTwo]),
    visit('round 2', moved),
    visit('round 1', [atOne, atTwo]),
  ])
  expect(rounds.map(({ steps }) => steps.map(({ stepId }) => stepId))).toEqual([['round 1', 'present'], ['round 2']])
  expect(rounds[1]?.tables).toEqual(moved)
})

it('tells a step twice when people were moved between two stays', () => {
  const rounds = seatsByStep([visit('round 1', [atOne]), visit('round 1', [{ ...atOne, people: ['mele', 'sina'] }])])
  expect(rounds).toHaveLength(2)
})

it('leaves out tables at which nobody sat, and steps in which nobody had a seat', () => {
  const empty = { zone: 'table-3', people: [] }
  expect(seatsByStep([visit('round 1', [empty]), visit('round 2', [atOne, empty])])).toEqual([
    { steps: [{ stepId: 'round 2', title: { en: 'round 2' } }], tables: [atOne] },
  ])
})
