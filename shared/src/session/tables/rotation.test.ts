import { describe, expect, test } from 'vitest'
import type { Person } from '../../protocol/messages.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import type { SessionFormat } from '../session.ts'
import { withLatecomer } from './change-rotation.ts'
import { guestOf } from './guests.ts'
import { planRotation } from './plan-rotation.ts'
import { rotationQuality } from './rotation-quality.ts'
import type { Guest, RotationPlan, SeatingRule } from './seating.ts'

const anyhow: SeatingRule = {
  ...{ tableCount: 4, mixesCountries: false, mixesOrganisations: false },
  ...{ remote: 'any', hosts: {} },
}

function somebody(participantId: string, overrides: Partial<Person> = {}): Person {
  const facts = { connections: [], name: participantId, country: null, organisation: null, colour: 0 }
  return { participantId, ...facts, role: 'editor', place: null, standsFor: 1, ...overrides }
}

function people(count: number): readonly Guest[] {
  return Array.from({ length: count }, (_, i) => ({
    participantId: `person-${i}`,
    country: ['FJ', 'WS', 'TO', 'KI', 'TV'][i % 5] ?? null,
    organisation: i % 2 === 0 ? 'Ministry' : 'University',
    isRemote: i % 3 === 0,
    count: 1,
  }))
}

function rotate(count: number, rule: Partial<SeatingRule>, rounds = 3, seed = 1) {
  const guests = people(count)
  const plan = planRotation(guests, { ...anyhow, ...rule }, rounds, createSeededRandom(seed).next)
  return { guests, plan, quality: rotationQuality(plan, new Set(Object.keys(rule.hosts ?? {}))) }
}

const hostsOf = (tableCount: number) =>
  Object.fromEntries(Array.from({ length: tableCount }, (_, table) => [`person-${table}`, table]))

function expectSound(plan: RotationPlan, guests: readonly Guest[], tableCount: number) {
  for (const seating of plan) {
    expect(seating).toHaveLength(tableCount)
    expect(seating.flat().sort()).toEqual(guests.map(({ participantId }) => participantId).sort())
    const sizes = seating.map((table) => table.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  }
}

describe('a rotation', () => {
  test.each([
    [20, 5],
    [36, 9],
    [36, 7],
    [60, 15],
    [60, 12],
  ])('of %i people over %i tables in three rounds lets nobody meet again or return', (count, tableCount) => {
    const free = rotate(count, { tableCount })
    expectSound(free.plan, free.guests, tableCount)
    expect(free.quality).toMatchObject({ repeats: 0, returns: 0 })
    const withHosts = rotate(count, { tableCount, hosts: hostsOf(tableCount) })
    expectSound(withHosts.plan, withHosts.guests, tableCount)
    expect(withHosts.quality).toMatchObject({ repeats: 0, returns: 0 })
  })

  test('of more people at a table than there are tables is close to the best there can be', () => {
    const { quality } = rotate(20, { tableCount: 4, hosts: hostsOf(4) })
    expect(quality).toMatchObject({ fewestRepeats: 8, returns: 0 })
    expect(quality.repeats).toBeLessThanOrEqual(12)
  })

  test('leaves hosts at their tables', () => {
    const { plan } = rotate(36, { tableCount: 9, hosts: hostsOf(9) })
    for (const seating of plan) {
      for (let table = 0; table < 9; table += 1) expect(seating[table]).toContain(`person-${table}`)
    }
  })

  test('of what is left goes by what was: nobody meets again whom she met in a round that is over', () => {
    const { guests, plan } = rotate(20, { tableCount: 5 }, 1)
    const rest = planRotation(guests, { ...anyhow, tableCount: 5 }, 2, createSeededRandom(2).next, plan)
    expect(rotationQuality([...plan, ...rest], new Set())).toMatchObject({ repeats: 0, returns: 0 })
  })

  test('is the same for the same numbers, and another for others', () => {
    expect(rotate(20, {}, 3, 7).plan).toEqual(rotate(20, {}, 3, 7).plan)
    expect(rotate(20, {}, 3, 7).plan).not.toEqual(rotate(20, {}, 3, 8).plan)
  })

  test.each([
    [0, 4, 3],
    [1, 4, 3],
    [3, 4, 3],
    [7, 1, 2],
    [5, 2, 8],
  ])('of %i people over %i tables in %i rounds seats everybody once in each', (count, tableCount, rounds) => {
    const { plan, guests } = rotate(count, { tableCount }, rounds)
    expect(plan).toHaveLength(rounds)
    expectSound(plan, guests, tableCount)
  })
})

describe('one seating', () => {
  const together = (guests: readonly Guest[], plan: RotationPlan, same: (one: Guest, other: Guest) => boolean) => {
    const known = new Map(guests.map((guest) => [guest.participantId, guest]))
    return plan
      .flat()
      .flatMap((table) => table.flatMap((one, i) => table.slice(i + 1).map((other) => [one, other] as const)))
      .filter(([one, other]) => {
        const [a, b] = [known.get(one), known.get(other)]
        return a && b && same(a, b)
      }).length
  }

  test('mixes countries: five of each at five tables sit one at each', () => {
    const { guests, plan } = rotate(25, { tableCount: 5, mixesCountries: true }, 1)
    expect(together(guests, plan, (a, b) => a.country === b.country)).toBe(0)
  })

  test('puts those who are not in the room together where it is asked for', () => {
    const { guests, plan } = rotate(24, { tableCount: 3, remote: 'together' }, 1)
    expect(together(guests, plan, (a, b) => a.isRemote !== b.isRemote)).toBe(0)
  })

  test('spreads them over all tables where that is asked for', () => {
    const { guests, plan } = rotate(24, { tableCount: 4, remote: 'mixed' }, 1)
    const known = new Map(guests.map((guest) => [guest.participantId, guest]))
    expect(plan[0]?.map((table) => table.filter((one) => known.get(one)?.isRemote).length)).toEqual([2, 2, 2, 2])
  })
})

describe('while a rotation is under way', () => {
  const rule: SeatingRule = { ...anyhow, tableCount: 5 }

  test('who comes late sits at the smallest tables, at another each time, and nobody else moves', () => {
    const { plan, guests } = rotate(19, rule)
    const late: Guest = { participantId: 'late', country: 'NR', organisation: null, isRemote: true, count: 1 }
    const after = withLatecomer(plan, [...guests, late], late, rule, 1)
    expect(after[0]).toEqual(plan[0])
    const tables = [1, 2].map((round) => after[round]?.findIndex((table) => table.includes('late')))
    expect(new Set(tables).size).toBe(2)
    for (const round of [1, 2]) {
      expect(after[round]?.map((table) => table.filter((one) => one !== 'late'))).toEqual(plan[round])
      expect(after[round]?.map((table) => table.length)).toEqual([4, 4, 4, 4, 4])
    }
    expect(withLatecomer(after, [...guests, late], late, rule, 1)).toEqual(after)
  })
})

test('what is said of a rotation is counted right', () => {
  const plan: RotationPlan = [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ]
  expect(rotationQuality(plan, new Set())).toEqual({ pairsMet: 2, repeats: 2, fewestRepeats: 0, returns: 4 })
  expect(rotationQuality([[['a', 'b', 'c']], [['a', 'b', 'c']]], new Set())).toMatchObject({
    repeats: 3,
    fewestRepeats: 3,
  })
})

test('whoever has not said where she is counts as the session’s format has it', () => {
  const isRemote = (place: Person['place'], format: SessionFormat) =>
    guestOf(somebody('ana', { place }), format).isRemote
  expect((['room', 'online', 'hybrid'] as const).map((format) => isRemote(null, format))).toEqual([false, true, false])
  expect([isRemote('online', 'room'), isRemote('room', 'online')]).toEqual([true, false])
})

test('counts a table’s device as the people at it: tables are even by people, not by devices', () => {
  const device: Guest = { ...guestOf(somebody('tablet', { role: 'table', standsFor: 5 }), 'hybrid') }
  const guests = [...people(19), device]
  const plan = planRotation(guests, { ...anyhow, hosts: { tablet: 2 } }, 3, createSeededRandom(1).next)
  const sizeOf = (table: readonly string[]) => table.reduce((sum, id) => sum + (id === 'tablet' ? 5 : 1), 0)
  for (const seating of plan) expect(seating.map(sizeOf)).toEqual([6, 6, 6, 6])
  // Without somebody who stays there it travels, and tables are as even as it lets them be.
  const free = planRotation(guests, anyhow, 3, createSeededRandom(1).next)
  for (const seating of free) expect(seating.map(sizeOf)).toEqual([6, 6, 6, 6])
})
