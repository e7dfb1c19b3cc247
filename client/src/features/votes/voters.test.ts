import { expect, test } from 'vitest'
import type { Voter } from '#shared/session/votes/round.ts'
import { doneVoters, leftOf, mergeVoters, muchLeftIn } from './voters.ts'

const voter = (participantId: string, used: number, overrides: Partial<Voter> = {}): Voter => ({
  ...{ participantId, name: participantId, joinedLater: false, isLeftOut: false },
  budget: { dots: 3, superVotes: 0 },
  used: { dots: used, superVotes: 0 },
  ...overrides,
})

test('who has used all her dots is done, and a Decider when her super-votes are used too', () => {
  const decider = voter('dora', 3, { budget: { dots: 3, superVotes: 2 } })
  expect(leftOf(decider)).toBe(2)
  expect(doneVoters([voter('ana', 3), voter('ben', 2), decider]).map(({ participantId }) => participantId)).toEqual([
    'ana',
  ])
})

test('closing is asked about while many dots are left, of those that count', () => {
  expect(muchLeftIn([voter('ana', 1), voter('ben', 3)])).toEqual({ dots: 2, people: 1 })
  expect(muchLeftIn([voter('ana', 0, { isLeftOut: true }), voter('ben', 3)])).toBeUndefined()
  const crowd = Array.from({ length: 20 }, (_, i) => voter(`p${i}`, i === 0 ? 2 : 3))
  expect(muchLeftIn(crowd)).toBeUndefined()
  expect(muchLeftIn([])).toBeUndefined()
})

test('news of some replaces what was known of them', () => {
  expect(
    mergeVoters([voter('ana', 0), voter('ben', 0)], [voter('ben', 2), voter('eva', 1)]).map(({ used }) => used.dots),
  ).toEqual([0, 2, 1])
})
