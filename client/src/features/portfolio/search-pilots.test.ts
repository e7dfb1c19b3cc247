import { expect, test } from 'vitest'
import type { Pilot } from '#shared/http/pilots.ts'
import { searchPilots } from './search-pilots.ts'

function pilot(changes: Partial<Pilot>): Pilot {
  return {
    id: 'p1',
    slug: 'p1',
    title: '',
    challenge: '',
    owner: '',
    department: '',
    stage: 'idea',
    stoppedReason: '',
    createdAtMs: 0,
    changedAtMs: 0,
    boardCount: 0,
    latestBoardId: null,
    participantCount: 0,
    countries: [],
    ...changes,
  }
}

const islands = pilot({ id: 'islands', title: 'Sustaining smart islands', department: 'Communications' })
const cafes = pilot({ id: 'cafes', title: 'Cafés d’innovation', owner: 'Zoë' })

test('every typed word must be somewhere in the pilot', () => {
  expect(searchPilots([islands, cafes], 'smart commun')).toEqual([islands])
  expect(searchPilots([islands, cafes], 'smart zoe')).toEqual([])
})

test('accents and capitals do not matter', () => {
  expect(searchPilots([islands, cafes], 'CAFES')).toEqual([cafes])
  expect(searchPilots([islands, cafes], 'zoe')).toEqual([cafes])
})

test('nothing typed leaves all of them', () => {
  expect(searchPilots([islands, cafes], '  ')).toEqual([islands, cafes])
})
