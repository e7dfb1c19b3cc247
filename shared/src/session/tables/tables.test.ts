import { describe, expect, test } from 'vitest'
import { isStale } from '../apply-command.ts'
import type { SessionCommand } from '../commands.ts'
import { withoutPerson } from '../people.ts'
import type { Session } from '../session.ts'
import { ana, fay, having, plan, running, say, session, step } from '../testing/sessions.ts'
import { viewOf } from '../view.ts'
import { mayWriteIn, writeRuleOf } from '../write-rule.ts'
import { type Comer, needsSeat, withPeople } from './people-at-tables.ts'
import { ownSeats, seatedIn } from './rounds.ts'
import type { Guest } from './seating.ts'
import { noTables } from './table-plan.ts'

const tables = { mode: 'tables', zones: ['a', 'b'], isKeptToZones: true } as const
const stay = { ...tables, zones: [...tables.zones] }

/** Two rounds at two tables, the second with a step of travelling before it, a talk between, and cards at other tables. */
const café = session({
  plan: plan({
    steps: [
      step('round-1', stay),
      step('talk', { mode: 'brief' }),
      step('travel', stay),
      step('round-2', stay),
      step('cards', { ...stay, zones: ['c', 'd', 'e'] }),
    ],
  }),
})
const round = (stepIds: string[], seats: Record<string, string[]>) => ({
  stepIds,
  tables: Object.entries(seats).map(([zone, people]) => ({ zone, people })),
})
type Planned = Extract<SessionCommand, { type: 'plan_tables' }>
const planTables = (overrides: Partial<Planned> = {}): SessionCommand => ({
  type: 'plan_tables',
  ...{ rule: noTables.rule, hosts: [], standing: [] },
  rounds: [
    round(['round-1'], { a: ['ana', 'ben'], b: ['cem', 'dora'] }),
    round(['travel', 'round-2'], { a: ['cem', 'ben'], b: ['ana', 'dora'] }),
  ],
  ...overrides,
})
const planned = (...more: SessionCommand[]) => having(café, planTables(), ...more)
const started = (...more: SessionCommand[]) => planned({ type: 'start' }, ...more)
const seats = (now: Session, stepId: string) =>
  Object.fromEntries(seatedIn(now.tables, stepId)?.map(({ zone, people }) => [zone, people]) ?? [])
const next = { type: 'next' } as const

const guest = (participantId: string, overrides: Partial<Guest> = {}): Guest => ({
  ...{ participantId, country: null, organisation: null, isRemote: false, count: 1 },
  ...overrides,
})
const comer = (participantId: string, role: Comer['role'] = 'editor'): Comer => ({ participantId, role })
const nobody = { comers: [], gone: [], back: [] }
const came = (now: Session, ...comers: Comer[]) => withPeople(now, [], { ...nobody, comers })

describe('a plan of tables', () => {
  test('has a table for each zone of its steps, and says where everybody sits and where next', () => {
    const now = planned()
    expect(now.tables.rounds.map(({ stepIds }) => stepIds)).toEqual([['round-1'], ['travel', 'round-2']])
    expect(ownSeats(now, 'ana')).toEqual({ now: null, next: { zone: 'a', stepId: 'round-1' } })
    const first = having(now, { type: 'start' })
    expect(ownSeats(first, 'ana')).toEqual({ now: 'a', next: { zone: 'b', stepId: 'travel' } })
    const talk = having(first, next)
    expect(ownSeats(talk, 'ana')).toEqual({ now: null, next: { zone: 'b', stepId: 'travel' } })
    for (const travelling of [having(talk, next), having(talk, next, next)])
      expect(ownSeats(travelling, 'ana')).toEqual({ now: 'b', next: null })
    expect(ownSeats(first, 'nobody')).toEqual({ now: null, next: null })
  })

  test('is the same after going back and jumping, and what is over stays as it was whatever is planned', () => {
    const there = started(next, next, next)
    expect(having(there, { type: 'jump', stepId: 'round-1' }).tables).toBe(there.tables)
    const again = having(there, planTables({ rounds: [round(['travel', 'round-2'], { a: ['ana'] })] }))
    expect(seats(again, 'round-1')).toEqual({ a: ['ana', 'ben'], b: ['cem', 'dora'] })
    expect(seats(again, 'round-2')).toEqual({ a: ['ana'], b: [] })
    expect(say(there, planTables())).toBe('round_is_over')
    expect(say(there, { type: 'seat_person', participantId: 'ana', stepId: 'round-1', zone: 'b' })).toBe(
      'round_is_over',
    )
    expect(having(started(), planTables({ rounds: [] })).tables.rounds).toEqual([])
  })

  test.each<[string, Partial<Planned>, string]>([
    ['a step that is not there', { rounds: [round(['gone'], {})] }, 'unknown_step'],
    ['a step of another mode', { rounds: [round(['talk'], {})] }, 'not_tables'],
    ['steps at different tables', { rounds: [round(['round-1', 'cards'], {})] }, 'not_tables'],
    ['no steps', { rounds: [round([], {})] }, 'unknown_step'],
    ['a table that is not there', { rounds: [round(['round-1'], { c: [] })] }, 'unknown_table'],
    [
      'a table twice',
      { rounds: [{ stepIds: ['round-1'], tables: [...'aa'].map((zone) => ({ zone, people: [] })) }] },
      'unknown_table',
    ],
    ['a step twice', { rounds: [round(['round-1'], {}), round(['round-1'], {})] }, 'out_of_bounds'],
    ['somebody twice', { rounds: [round(['round-1'], { a: ['ana'], b: ['ana'] })] }, 'seated_twice'],
    [
      'somebody who stays at two tables',
      {
        hosts: [
          { zone: 'a', participantId: 'ana' },
          { zone: 'b', participantId: 'ana' },
        ],
      },
      'seated_twice',
    ],
    ['a host of no table', { hosts: [{ zone: 'x', participantId: 'ana' }] }, 'unknown_table'],
    ['10,000 rounds', { rounds: Array.from({ length: 10_000 }, () => round(['round-1'], {})) }, 'out_of_bounds'],
    ['names that nobody has', { rounds: [round(['round-1'], { a: [''] })] }, 'out_of_bounds'],
    ['too many people', { standing: Array.from({ length: 3_000 }, (_, i) => `p${i}`) }, 'out_of_bounds'],
  ])('is refused with %s', (_, overrides, code) => {
    expect(say(café, planTables(overrides))).toBe(code)
  })

  test('is stale when somebody else has said where people sit, not when somebody came', () => {
    const before = planned()
    const moved = having(before, { type: 'seat_person', participantId: 'ana', stepId: 'round-1', zone: 'b' })
    expect(isStale(moved, planTables(), before.version)).toBe(true)
    expect(isStale(moved, planTables(), moved.version)).toBe(false)
    expect(isStale(having(before, { type: 'start' }), planTables(), before.version)).toBe(true)
    expect(isStale(came(before, comer('late')), planTables(), before.version)).toBe(false)
  })

  test('follows the zones of its steps: who sat at a table that is gone has no seat', () => {
    const now = planned({ type: 'update_step', stepId: 'round-1', changes: { zones: ['x', 'b'] } })
    expect(seats(now, 'round-1')).toEqual({ x: [], b: ['cem', 'dora'] })
    expect(needsSeat(now, comer('ana'))).toBe(true)
    // Steps at different tables are no round any more.
    const parted = planned({ type: 'update_step', stepId: 'travel', changes: { zones: ['x'] } })
    expect(parted.tables.rounds[1]?.stepIds).toEqual(['travel'])
    expect(planned({ type: 'update_step', stepId: 'round-1', changes: { mode: 'open' } }).tables.rounds).toHaveLength(1)
    const moved = planned({ type: 'move_step', stepId: 'round-1', afterId: 'cards' })
    expect(moved.tables.rounds.map(({ stepIds }) => stepIds[0])).toEqual(['travel', 'round-1'])
  })
})

describe('by hand', () => {
  test('one person is moved in one round, and nobody else', () => {
    const now = planned({ type: 'seat_person', participantId: 'ana', stepId: 'round-2', zone: 'a' })
    expect(seats(now, 'round-1')).toEqual(seats(planned(), 'round-1'))
    expect(seats(now, 'travel')).toEqual({ a: ['cem', 'ben', 'ana'], b: ['dora'] })
    expect(say(now, { type: 'seat_person', participantId: 'ana', stepId: 'cards', zone: 'c' })).toBe('no_seats')
    expect(say(now, { type: 'seat_person', participantId: 'ana', stepId: 'round-1', zone: 'c' })).toBe('unknown_table')
    expect(having(now, { type: 'seat_person', participantId: 'ana', stepId: 'round-2', zone: 'a' })).toBe(now)
  })

  test('a host stays at her table in every round that is not over, until she is sent to another', () => {
    const now = started({ type: 'name_host', zone: 'a', participantId: 'dora' })
    expect(seats(now, 'round-1').a).toContain('dora')
    expect(seats(now, 'round-2').a).toContain('dora')
    const other = having(now, { type: 'name_host', zone: 'b', participantId: 'dora' })
    expect(other.tables.hosts).toEqual([{ zone: 'b', participantId: 'dora' }])
    const sent = having(now, { type: 'seat_person', participantId: 'dora', stepId: 'round-2', zone: 'b' })
    expect(sent.tables.hosts).toEqual([])
    expect(having(now, { type: 'name_host', zone: 'a', participantId: null }).tables.hosts).toEqual([])
    expect(say(now, { type: 'name_host', zone: 'x', participantId: 'dora' })).toBe('unknown_table')
    // At the pilot cards she may stay as well: nobody sits at both.
    expect(having(now, { type: 'name_host', zone: 'c', participantId: 'dora' }).tables.hosts).toHaveLength(2)
  })

  test('whoever is taken away from the tables gets no seat by herself', () => {
    const now = started({ type: 'unseat_person', participantId: 'ana' })
    expect(ownSeats(now, 'ana')).toEqual({ now: null, next: null })
    expect(came(now, comer('ana'))).toBe(now)
    const back = having(now, { type: 'seat_person', participantId: 'ana', stepId: 'round-1', zone: 'b' })
    expect(needsSeat(back, comer('ana'))).toBe(true)
  })
})

describe('people who come and go', () => {
  test('late get a seat at the smallest table of every round that is not over, and nobody else moves', () => {
    const now = came(started(next), comer('late'))
    expect(seats(now, 'round-1')).toEqual(seats(started(), 'round-1'))
    expect(now.tables.rounds[1]?.tables.flatMap(({ people }) => people)).toHaveLength(5)
    expect(ownSeats(now, 'late').next).toMatchObject({ stepId: 'travel' })
    for (const one of ['ana', 'ben', 'cem', 'dora']) expect(ownSeats(now, one)).toEqual(ownSeats(started(next), one))
    expect(came(now, comer('late'))).toBe(now)
    expect(now.seatingVersion).toBe(started(next).seatingVersion)
  })

  test.each(['facilitator', 'viewer'] as const)('as a %s get no seat by themselves', (role) => {
    expect(came(started(), comer('eve', role))).toEqual(started())
  })

  test('with a table’s device get a table at which nobody stays, and stay there', () => {
    const now = came(planned({ type: 'name_host', zone: 'a', participantId: 'ana' }), comer('tablet', 'table'))
    expect(now.tables.hosts).toContainEqual({ zone: 'b', participantId: 'tablet' })
    for (const stepId of ['round-1', 'round-2']) expect(seats(now, stepId).b).toContain('tablet')
    // Five people are at it: whoever comes next sits at the other table.
    const guests = [guest('tablet', { count: 5 }), guest('late')]
    const later = withPeople(now, guests, { ...nobody, comers: [comer('late')] })
    for (const stepId of ['round-1', 'round-2']) expect(seats(later, stepId).a).toContain('late')
  })

  test('without a line for long keep their seats, but nobody counts on them', () => {
    const away = withPeople(started(), [], { ...nobody, gone: ['ana', 'ben', 'nobody'] })
    expect(away.tables.away).toEqual(['ana', 'ben'])
    expect(seats(away, 'round-1').a).toEqual([])
    expect(ownSeats(away, 'ana').now).toBe('a')
    expect(seats(came(away, comer('late')), 'round-1').a).toEqual(['late'])
    expect(withPeople(away, [], { ...nobody, back: ['ana', 'ben'] }).tables).toEqual(started().tables)
  })

  test('who are sent away lose their seats, but for what is over', () => {
    const there = started({ type: 'name_host', zone: 'b', participantId: 'cem' }, next)
    const now = withoutPerson(there, 'cem')
    expect(seats(now, 'round-1').b).toContain('cem')
    expect(ownSeats(now, 'cem')).toEqual({ now: null, next: null })
    expect(now.tables.hosts).toEqual([])
    expect(now.tablesVersion).toBe(now.version)
  })
})

describe('what people see and may write', () => {
  test('is their own tables with who sits there; all of them for facilitators', () => {
    const now = started({ type: 'name_host', zone: 'b', participantId: 'cem' })
    expect(viewOf(now, fay).tables).toEqual(now.tables)
    const seen = viewOf(now, ana).tables
    expect(seen.rounds[0]?.tables).toEqual([{ zone: 'a', people: ['ana', 'ben'] }])
    expect(ownSeats(viewOf(now, ana), 'ana')).toEqual(ownSeats(now, 'ana'))
    expect(viewOf(now, { participantId: 'nobody', role: 'editor' }).tables).toMatchObject({ hosts: [], standing: [] })
    expect(JSON.stringify(viewOf(now, { participantId: 'nobody', role: 'viewer' }).tables)).not.toContain('ana')
  })

  test('is the zone of their own table in a step that is kept to its zones; without a table all of these', () => {
    const now = started()
    expect(writeRuleOf(now, ana)).toEqual({ place: 'zones', zones: ['a'] })
    expect(writeRuleOf(viewOf(now, ana), ana)).toEqual({ place: 'zones', zones: ['a'] })
    expect(mayWriteIn(writeRuleOf(now, ana), 'b')).toBe(false)
    expect(writeRuleOf(now, fay)).toEqual({ place: 'anywhere' })
    expect(writeRuleOf(now, { participantId: 'late', role: 'editor' })).toEqual({ place: 'zones', zones: ['a', 'b'] })
    expect(writeRuleOf(having(now, next, next), ana)).toEqual({ place: 'zones', zones: ['b'] })
    const loose = having(now, { type: 'update_step', stepId: 'round-1', changes: { isKeptToZones: false } })
    expect(writeRuleOf(loose, ana)).toEqual({ place: 'anywhere' })
  })
})

describe('a table’s own time', () => {
  const at = (nowMs: number, by = fay) => ({ nowMs, by })
  const start: SessionCommand = { type: 'start_table_clock', zone: 'a', minutes: 4 }
  const clockOf = (now: Session) => running(now).tableClocks.find(({ zone }) => zone === 'a')?.clock

  test('is started, paused, added to and stopped beside that of the step', () => {
    const begun = having(started(), [start, at(0)])
    expect(clockOf(begun)).toEqual({ state: 'ticking', deadlineMs: 240_000, totalMs: 240_000 })
    expect(running(begun).clock).toEqual(running(started()).clock)
    const paused = having(begun, [{ type: 'pause_table_clock', zone: 'a' }, at(60_000)])
    expect(clockOf(paused)).toMatchObject({ state: 'paused', leftMs: 180_000 })
    const more = having(paused, { type: 'add_table_minutes', zone: 'a', minutes: 1 })
    const resumed = having(more, [{ type: 'resume_table_clock', zone: 'a' }, at(100_000)])
    expect(clockOf(resumed)).toEqual({ state: 'ticking', deadlineMs: 340_000, totalMs: 300_000 })
    expect(running(having(resumed, { type: 'stop_table_clock', zone: 'a' })).tableClocks).toEqual([])
    expect(running(having(resumed, next)).tableClocks).toEqual([])
  })

  test('is for tables of the step that runs, for a day at most, and for who stays at the table', () => {
    expect(say(planned(), start)).toBe('session_not_running')
    expect(say(started(next), start)).toBe('unknown_table')
    expect(say(started(), { ...start, zone: 'c' })).toBe('unknown_table')
    for (const minutes of [0, -1, 0.5, 1_441]) expect(say(started(), { ...start, minutes })).toBe('step_too_long')
    expect(say(started(), { type: 'add_table_minutes', zone: 'a', minutes: 1_441 })).toBe('step_too_long')
    expect(say(started(), start, { by: ana })).toBe('not_allowed')
    const hosted = started({ type: 'name_host', zone: 'a', participantId: 'ana' })
    expect(running(having(hosted, [start, { by: ana }])).tableClocks).toHaveLength(1)
    expect(say(hosted, { ...start, zone: 'b' }, { by: ana })).toBe('not_allowed')
    expect(isStale(started(next), start, started().version)).toBe(true)
  })
})
