import { expect, test } from 'vitest'
import { tally } from '#shared/session/votes/tally.ts'
import { dot, voteSetup } from '#shared/session/votes/testing/votes.ts'
import { firstThree, zonesForCopies } from './after-vote.ts'

function targetsFor(votes: Record<string, number>) {
  const dots = Object.entries(votes).flatMap(([target, count]) =>
    Array.from({ length: count }, (_, slot) => dot(`${target} ${slot}`, slot, target)),
  )
  return tally({ setup: voteSetup() }, { dots, ballots: [], targetOf: () => undefined }).targets
}
const ids = (votes: Record<string, number>) => firstThree(targetsFor(votes)).map(({ targetId }) => targetId)

test('the first three are those on the first three places, however many share one', () => {
  expect(ids({ a: 4, b: 3, c: 2, d: 1 })).toEqual(['a', 'b', 'c'])
  expect(ids({ a: 4, b: 2, c: 2, d: 2 })).toEqual(['a', 'b', 'c', 'd'])
  expect(ids({ a: 4, b: 4, c: 4, d: 2 })).toEqual(['a', 'b', 'c'])
  expect(ids({ a: 1 })).toEqual(['a'])
})

test('copies go where the step feeds, or where the next one is', () => {
  const steps = [
    { id: 'vote', feeds: [], zones: ['wall'] },
    { id: 'cards', feeds: ['tracker'], zones: ['card-1', 'card-2'] },
  ]
  expect(zonesForCopies(steps, 'vote')).toEqual(['card-1', 'card-2'])
  expect(zonesForCopies(steps, 'cards')).toEqual(['tracker'])
  expect(zonesForCopies(steps, null)).toEqual([])
})
