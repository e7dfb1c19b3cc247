import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxPeopleOfTable } from '../../limits.ts'
import { budgetOf, firstSuperSlot, freeSlot, kindOfSlot, usedOf } from './budget.ts'
import { compareRounds } from './compare-rounds.ts'
import { maxDots } from './prepared-vote.ts'
import { rankBy } from './ranking.ts'
import { tally } from './tally.ts'
import { ballot, dot, voteSetup } from './testing/votes.ts'
import { findSetupFault, findTargetFault } from './vote-setup.ts'

const targetOf = (id: string) => ({ kind: 'note' as const, zone: 'ideas', text: `words of ${id}`, isGone: false })
const summary = (result: ReturnType<typeof tally>) =>
  result.targets.map(({ targetId, votes, rank, isTied }) => [targetId, votes, rank, isTied])

describe('a set-up', () => {
  test('with what nobody can vote by is refused', () => {
    expect(findSetupFault(voteSetup())).toBeUndefined()
    const decider = (superVotes: number) => ({ participantId: 'dora', superVotes })
    for (const wrong of [
      { dots: 0 },
      { dots: 31 },
      { dots: 1.5 },
      { dots: Number.NaN },
      { noteKinds: [] },
      { zones: ['ideas', 'ideas'] },
      { zones: [''] },
      { decider: decider(11) },
      { decider: decider(-1) },
    ])
      expect([wrong, findSetupFault(voteSetup(wrong))]).toEqual([wrong, 'out_of_bounds'])
    for (const minutes of [0, -1, 0.5, 25 * 60]) expect(findSetupFault(voteSetup({ minutes }))).toBe('step_too_long')
    expect(findSetupFault(voteSetup({ dots: 30, minutes: 24 * 60, decider: decider(10), zones: [] }))).toBeUndefined()
  })
})

describe('a dot', () => {
  const place = { kind: 'note', zone: 'ideas' } as const
  test('goes on a note of the kinds and in the zones that are voted on, and nowhere else', () => {
    const fault = (overrides: object) => findTargetFault(voteSetup(), { ...place, ...overrides }, null)
    expect(fault({})).toBeUndefined()
    expect(fault({ zone: 'gallery' })).toBe('outside_vote_zone')
    expect(fault({ zone: undefined })).toBe('outside_vote_zone')
    expect(fault({ kind: 'text' })).toBe('not_votable')
    expect(fault({ kind: undefined })).toBe('not_votable')
    expect(findTargetFault(voteSetup(), undefined, null)).toBe('not_votable')
    expect(findTargetFault(voteSetup({ zones: [] }), { kind: 'note', zone: undefined }, null)).toBeUndefined()
    expect(findTargetFault(voteSetup(), place, { x: 0.5, y: 0.5 })).toBe('out_of_bounds')
  })

  test('of a heat map lies inside of a picture', () => {
    const fault = (x: number, y: number) =>
      findTargetFault(voteSetup({ target: 'pictures' }), { kind: 'picture', zone: 'ideas' }, { x, y })
    expect(fault(0, 1)).toBeUndefined()
    for (const [x, y] of [
      [-0.01, 0.5],
      [0.5, 1.01],
      [Number.NaN, 0.5],
    ] as const)
      expect(fault(x, y)).toBe('out_of_bounds')
    const pictures = voteSetup({ target: 'pictures' })
    expect(findTargetFault(pictures, { kind: 'picture', zone: 'ideas' }, null)).toBe('out_of_bounds')
    expect(findTargetFault(pictures, place, { x: 0.5, y: 0.5 })).toBe('not_votable')
  })
})

describe('a budget', () => {
  test('is the dots of all for whom the voter stands; super-votes are the Decider’s alone, and not multiplied', () => {
    const setup = voteSetup({ dots: 3, decider: { participantId: 'dora', superVotes: 2 } })
    expect(budgetOf(setup, { participantId: 'ana', weight: 1 })).toEqual({ dots: 3, superVotes: 0 })
    expect(budgetOf(setup, { participantId: 'table', weight: 5 })).toEqual({ dots: 15, superVotes: 0 })
    expect(budgetOf(setup, { participantId: 'dora', weight: 1 })).toEqual({ dots: 3, superVotes: 2 })
  })

  test('of the largest table has a slot for every dot, before those of super-votes', () => {
    const setup = voteSetup({ dots: maxDots, decider: { participantId: 'table', superVotes: 1 } })
    const budget = budgetOf(setup, { participantId: 'table', weight: maxPeopleOfTable })
    expect(kindOfSlot(budget.dots - 1, budget)).toBe('dot')
    const all = Array.from({ length: budget.dots }, (_, slot) => ({ slot }))
    expect(usedOf(all)).toEqual({ dots: maxDots * maxPeopleOfTable, superVotes: 0 })
  })

  test('offers its slots one after the other, and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 10 }), (dots, superVotes) => {
        const budget = { dots, superVotes }
        const used: { slot: number }[] = []
        for (const kind of ['dot', 'super'] as const) {
          for (let slot = freeSlot(used, budget, kind); slot !== undefined; slot = freeSlot(used, budget, kind)) {
            expect(kindOfSlot(slot, budget)).toBe(kind)
            used.push({ slot })
          }
        }
        expect(usedOf(used)).toEqual(budget)
        for (const slot of [-1, dots, firstSuperSlot + superVotes, 0.5, Number.NaN, 1e9])
          expect(kindOfSlot(slot, budget)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })
})

describe('ranks', () => {
  test('are shared by equals, and skip as many as there are ahead', () => {
    const ranks = rankBy(['a', 'b', 'c', 'd', 'e'], (id) => ({ a: 2, b: 5, c: 5, d: 0 })[id] ?? 1)
    expect([...ranks]).toEqual([
      ['a', { rank: 3, isTied: false }],
      ['b', { rank: 1, isTied: true }],
      ['c', { rank: 1, isTied: true }],
      ['e', { rank: 4, isTied: false }],
    ])
  })

  test('say how many are ahead, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (scores) => {
        const items = scores.map((score) => ({ score }))
        for (const [item, { rank, isTied }] of rankBy(items, ({ score }) => score)) {
          expect(rank).toBe(1 + items.filter(({ score }) => score > item.score).length)
          expect(isTied).toBe(items.filter(({ score }) => score === item.score).length > 1)
        }
      }),
    )
  })
})

describe('a result', () => {
  const dots = [dot('ana', 0, 'shape:a'), dot('ana', 1, 'shape:a'), dot('ben', 0, 'shape:b'), dot('eva', 2, 'shape:c')]
  const ballots = [ballot('ana'), ballot('ben'), ballot('eva')]

  test('counts dots by note, says who gave them, and is honest about ties', () => {
    const result = tally({ setup: voteSetup() }, { dots, ballots, targetOf })
    expect(summary(result)).toEqual([
      ['shape:a', 2, 1, false],
      ['shape:b', 1, 2, true],
      ['shape:c', 1, 2, true],
    ])
    expect(result.targets[0]).toMatchObject({ text: 'words of shape:a', voters: [{ participantId: 'ana', votes: 2 }] })
    expect(result.votes).toBe(4)
  })

  test('keeps super-votes apart, with ranks of their own', () => {
    const setup = voteSetup({ decider: { participantId: 'ben', superVotes: 2 } })
    const superDots = [dot('ben', firstSuperSlot, 'shape:c'), dot('ben', firstSuperSlot + 1, 'shape:z')]
    const result = tally({ setup }, { dots: [...dots, ...superDots], ballots, targetOf })
    expect(result).toMatchObject({ votes: 4, superVotes: 2 })
    expect(result.targets.map(({ targetId, votes, rank, superRank }) => [targetId, votes, rank, superRank])).toEqual([
      ['shape:a', 2, 1, null],
      ['shape:c', 1, 2, 1],
      ['shape:b', 1, 2, null],
      ['shape:z', 0, null, 1],
    ])
  })

  test('leaves out whom it has to, and takes her in again', () => {
    const without = tally(
      { setup: voteSetup() },
      { dots, ballots: [ballot('ana', { isLeftOut: true }), ballot('ben'), ballot('eva')], targetOf },
    )
    expect(summary(without)).toEqual([
      ['shape:b', 1, 1, true],
      ['shape:c', 1, 1, true],
      ['shape:a', 0, null, false],
    ])
    expect(without.voters[0]).toMatchObject({ participantId: 'ana', isLeftOut: true, used: { dots: 2 } })
    expect(summary(tally({ setup: voteSetup() }, { dots, ballots, targetOf }))[0]?.[0]).toBe('shape:a')
  })

  test('of a secret round says of each person a number and nothing else, and keeps nothing of who is left out', () => {
    const setup = voteSetup({ isSecret: true, target: 'pictures' })
    const points = [dot('ana', 0, 'shape:a', { x: 0.9, y: 0 }), dot('ben', 0, 'shape:a', { x: 0.1, y: 0 })]
    const hers = dot('eva', 0, 'shape:c', { x: 0.5, y: 0.5 })
    const result = tally(
      { setup },
      {
        dots: [...points, hers],
        ballots: [ballot('ana'), ballot('ben'), ballot('eva', { isLeftOut: true })],
        targetOf,
      },
    )
    expect(result.targets).toHaveLength(1)
    expect(JSON.stringify(result.targets)).not.toMatch(/ana|ben|eva/)
    expect(result.targets[0]?.points.map(({ x }) => x)).toEqual([0.1, 0.9])
    expect(result.voters.map(({ participantId, used }) => [participantId, used.dots])).toEqual([
      ['ana', 1],
      ['ben', 1],
      ['eva', 1],
    ])
  })

  test('counts every dot once, whatever was given', () => {
    const given = fc.array(fc.tuple(fc.constantFrom('ana', 'ben', 'eva'), fc.nat(40), fc.constantFrom('a', 'b', 'c')))
    fc.assert(
      fc.property(given, fc.subarray(['ana', 'ben', 'eva']), fc.boolean(), (list, leftOut, isSecret) => {
        const all = list.map(([who, slot, target]) => dot(who, slot, `shape:${target}`))
        const people = ['ana', 'ben', 'eva'].map((id) => ballot(id, { isLeftOut: leftOut.includes(id) }))
        const result = tally({ setup: voteSetup({ isSecret }) }, { dots: all, ballots: people, targetOf })
        const counted = all.filter(({ participantId }) => !leftOut.includes(participantId))
        expect(result.votes).toBe(counted.length)
        expect(result.targets.reduce((sum, { votes }) => sum + votes, 0)).toBe(counted.length)
        expect(result.voters.reduce((sum, { used }) => sum + used.dots, 0)).toBe(all.length)
        const ranks = result.targets.flatMap(({ rank }) => rank ?? [])
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        if (!isSecret)
          for (const target of result.targets)
            expect(target.voters?.reduce((sum, { votes }) => sum + votes, 0)).toBe(target.votes)
      }),
    )
  })
})

test('rounds are compared target by target, what did best last first', () => {
  const round = (id: string, votes: Record<string, number>) => {
    const dots = Object.entries(votes).flatMap(([target, count]) =>
      Array.from({ length: count }, (_, slot) => dot(`${target}-${slot}`, slot, target)),
    )
    const targetIn = (target: string) => ({ ...targetOf(target), text: `${target} in ${id}` })
    return { id, result: tally({ setup: voteSetup() }, { dots, ballots: [], targetOf: targetIn }) }
  }
  const compared = compareRounds([round('one', { a: 3, b: 1, d: 1 }), round('two', { a: 1, b: 2, c: 1 })])
  expect(
    compared.map(({ targetId, text, rounds }) => [targetId, text, ...rounds.map((one) => one?.votes ?? null)]),
  ).toEqual([
    ['b', 'b in two', 1, 2],
    ['a', 'a in two', 3, 1],
    ['c', 'c in two', null, 1],
    ['d', 'd in one', 1, null],
  ])
})
