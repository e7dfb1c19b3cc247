import { expect, test } from 'vitest'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { findSetupFault } from '#shared/session/votes/vote-setup.ts'
import { defaultSetup } from './default-setup.ts'

const zones = [
  { key: 'map', noteKinds: ['note', 'arrow'], isVotable: false },
  { key: 'wall', noteKinds: ['note', 'picture', 'arrow'], isVotable: true },
  { key: 'words', noteKinds: ['text'], isVotable: true },
] as const

test('one tap opens a vote in the step’s zones, on what belongs there', () => {
  expect(defaultSetup(zones, { zones: ['map'] })).toMatchObject({ zones: ['map'], noteKinds: ['note'], dots: 3 })
  expect(defaultSetup(zones, { zones: ['wall', 'gone'] })).toMatchObject({
    zones: ['wall'],
    noteKinds: ['note', 'picture'],
  })
})

test('without a zone to begin with it is the zones to be voted on, or the whole board', () => {
  const inVotable = { zones: ['wall', 'words'], noteKinds: ['note', 'text', 'picture'] }
  expect(defaultSetup(zones, undefined)).toMatchObject(inVotable)
  expect(defaultSetup(zones, { zones: [] })).toMatchObject(inVotable)
  const bare = defaultSetup([], undefined)
  expect(bare).toMatchObject({ zones: [], noteKinds: ['note', 'text'] })
  expect(findSetupFault(bare)).toBeUndefined()
})

test('another round is like the one before', () => {
  const before = voteSetup({ dots: 7, isStraw: true })
  expect(defaultSetup(zones, { zones: ['map'] }, before)).toBe(before)
})

test('what a step has prepared is what one tap opens; who decides is nobody’s to prepare', () => {
  const vote = { dots: 1, severalOnOne: false, isSecret: false, isStraw: true, superVotes: 2, target: 'notes' } as const
  const setup = defaultSetup(zones, { zones: ['wall'], vote })
  expect(setup).toMatchObject({ dots: 1, severalOnOne: false, isSecret: false, isStraw: true, decider: null })
  expect(setup).not.toHaveProperty('superVotes')
  const inside = defaultSetup(zones, { zones: ['wall'], vote: { ...vote, target: 'pictures' } })
  expect(inside).toMatchObject({ target: 'pictures', noteKinds: ['picture'] })
  expect(findSetupFault(inside)).toBeUndefined()
})
