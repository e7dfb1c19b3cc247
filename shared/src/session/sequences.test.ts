import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyCommand } from './apply-command.ts'
import { maxSteps } from './bounds.ts'
import { type SessionCommand, sessionCommandSchema } from './commands.ts'
import { passToDeputy } from './lead.ts'
import { stepModes } from './modes.ts'
import { withoutLead, withoutPerson } from './people.ts'
import { scheduleOf } from './schedule.ts'
import { type Session, sessionSchema } from './session.ts'
import { withPeople } from './tables/people-at-tables.ts'
import { isRoundOver, ownSeats } from './tables/rounds.ts'
import { ana, fay, gus, having, plan, session, step, vera } from './testing/sessions.ts'
import { viewOf } from './view.ts'
import { writeRuleOf } from './write-rule.ts'

const people = [fay, gus, ana, vera]
const person = fc.constantFrom(...people.map(({ participantId }) => participantId))
const text = fc.record({ en: fc.string({ maxLength: 130 }) })
const zone = fc.constantFrom('a', 'b', 'c')
const minutes = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(-1, 1_440, 1_441, 1_500, 0.5))
const stepId = fc.nat({ max: 9 }).map((number) => `step-${number}`)
const changes = fc.record(
  {
    title: text,
    minutes,
    mode: fc.constantFrom(...stepModes),
    zones: fc.array(zone, { maxLength: 3 }),
    isKeptToZones: fc.boolean(),
  },
  { requiredKeys: [] },
)
const just = <T extends SessionCommand['type']>(type: T) => fc.record({ type: fc.constant(type) })

const seated = fc.record({ zone, people: fc.uniqueArray(person, { maxLength: 3 }) })
const tableCommand: fc.Arbitrary<SessionCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('plan_tables' as const),
      rule: fc.record({
        ...{ mixesCountries: fc.boolean(), mixesOrganisations: fc.boolean() },
        remote: fc.constantFrom('together' as const, 'mixed' as const, 'any' as const),
      }),
      hosts: fc.array(fc.record({ zone, participantId: person }), { maxLength: 2 }),
      rounds: fc.array(
        fc.record({
          stepIds: fc.uniqueArray(stepId, { minLength: 0, maxLength: 2 }),
          tables: fc.array(seated, { maxLength: 3 }),
        }),
        { maxLength: 4 },
      ),
      standing: fc.array(person, { maxLength: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('seat_person' as const), participantId: person, stepId, zone }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unseat_person' as const), participantId: person }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('name_host' as const), zone, participantId: fc.option(person) }),
  },
  ...(['start_table_clock', 'add_table_minutes'] as const).map((type) => ({
    weight: 2,
    arbitrary: fc.record({ type: fc.constant(type), zone, minutes }),
  })),
  ...(['pause_table_clock', 'resume_table_clock', 'stop_table_clock'] as const).map((type) => ({
    weight: 1,
    arbitrary: fc.record({ type: fc.constant(type), zone }),
  })),
)

const command: fc.Arbitrary<SessionCommand> = fc.oneof(
  { weight: 16, arbitrary: tableCommand },
  { weight: 3, arbitrary: just('start') },
  { weight: 6, arbitrary: just('next') },
  { weight: 4, arbitrary: just('back') },
  { weight: 1, arbitrary: just('end') },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('jump' as const), stepId }) },
  { weight: 3, arbitrary: just('pause') },
  { weight: 3, arbitrary: just('resume') },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('add_minutes' as const),
      minutes: fc.oneof(minutes, fc.integer({ min: -20, max: 20 })),
    }),
  },
  { weight: 2, arbitrary: just('fit_to_end') },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('update_plan' as const),
      changes: fc.record(
        { title: fc.string({ maxLength: 210 }), startsAtMs: fc.option(fc.integer({ min: -1, max: 9e15 })) },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('add_step' as const),
      afterId: fc.option(stepId),
      step: changes.map((given) => {
        const { id: _, ...base } = step('new')
        return { ...base, ...given }
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('update_step' as const), stepId, changes }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('move_step' as const), stepId, afterId: fc.option(stepId) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('copy_step' as const), stepId }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('remove_step' as const), stepId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('hand_over' as const), participantId: person }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('name_deputy' as const), participantId: fc.option(person) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('call_to_zone' as const), zone }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('hold_view' as const), zone: fc.option(zone) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('freeze' as const), isFrozen: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('mute' as const), participantId: person, isMuted: fc.boolean() }),
  },
  { weight: 3, arbitrary: just('raise_hand') },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('lower_hand' as const), participantId: person }) },
  { weight: 1, arbitrary: just('lower_all_hands') },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('say_done' as const), isDone: fc.boolean() }) },
)
/** What happens to a session without a command. */
const event = fc.oneof(
  { weight: 12, arbitrary: command },
  {
    weight: 1,
    arbitrary: fc.record({ event: fc.constantFrom('line lost', 'removed', 'demoted'), participantId: person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ event: fc.constant('spread' as const), seats: fc.array(fc.nat(9), { minLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      event: fc.constant('came or went' as const),
      comers: fc.uniqueArray(fc.constantFrom(...people), {
        selector: ({ participantId }) => participantId,
        maxLength: 3,
      }),
      ...{ gone: fc.uniqueArray(person, { maxLength: 2 }), back: fc.uniqueArray(person, { maxLength: 2 }) },
    }),
  },
)
/** Clocks of machines also go backwards. */
const said = fc.record({
  by: fc.constantFrom(fay, fay, fay, gus, gus, ana, vera),
  passedMs: fc.oneof(
    { weight: 5, arbitrary: fc.nat(15 * 60_000) },
    { weight: 1, arbitrary: fc.integer({ min: -60_000, max: 0 }) },
  ),
  what: event,
})

const planned = fc.constantFrom(
  session({
    plan: plan({
      steps: Array.from({ length: 6 }, (_, i) =>
        step(`step-${i}`, { minutes: i * 3, mode: stepModes[i] ?? 'open', zones: ['a'] }),
      ),
    }),
  }),
  session({
    plan: plan({
      steps: Array.from({ length: 5 }, (_, i) =>
        step(`step-${i}`, { mode: i === 2 ? 'open' : 'tables', zones: i === 4 ? ['b', 'c'] : ['a', 'b'] }),
      ),
    }),
  }),
  session({
    plan: plan({
      steps: Array.from({ length: 6 }, (_, i) =>
        step(`step-${i}`, i % 3 === 2 ? { mode: 'break', minutes: 0, goesOn: { daysLater: i, minuteOfDay: 600 } } : {}),
      ),
    }),
  }),
  session({ plan: plan({ steps: [], startsAtMs: null }), leaderId: null }),
)
const beginnings = fc.oneof(
  planned,
  planned.filter(({ plan: { steps } }) => steps.length > 0).map((beginning) => having(beginning, { type: 'start' })),
)

test('no sequence of commands reaches a state that may not be, and every state can go on', () => {
  fc.assert(
    fc.property(beginnings, fc.array(said, { minLength: 1, maxLength: 80, size: 'max' }), (beginning, sequence) => {
      let now: Session = beginning
      let nowMs = 1_000_000
      let ids = 0
      const newId = () => {
        ids += 1
        return ids < 5 ? `step-${5 + ids}` : `made-${ids}`
      }
      for (const { by, passedMs, what } of sequence) {
        nowMs += passedMs
        const before = now
        const frozen = JSON.stringify(before)
        if ('event' in what) {
          if (what.event === 'came or went') now = withPeople(now, [], what)
          else if (what.event === 'spread') {
            const applied = applyCommand(now, spread(now, what.seats), { nowMs, by: fay, newId })
            if (now.run.status !== 'ended') expect(applied.status).toBe('applied')
            if (applied.status === 'applied') now = applied.session
          } else if (what.event === 'line lost') now = passToDeputy(now) ?? now
          else now = (what.event === 'removed' ? withoutPerson : withoutLead)(now, what.participantId)
        } else {
          expect(sessionCommandSchema.parse(what)).toEqual(what)
          const applied = applyCommand(now, what, { nowMs, by, newId })
          if (applied.status === 'applied') now = applied.session
        }
        expect(JSON.stringify(before)).toBe(frozen)
        expectSound(now)
        expectSuccession(before, now)
        for (const one of people) writeRuleOf(viewOf(now, one), one)
        expectSoundTables(now)
        expectSeatsKept(before, now)
        expectSoundSchedule(now, nowMs)
      }
      expectCanGoOn(now, nowMs)
    }),
    { numRuns: 80 },
  )
}, 60_000)

/** What a facilitator would say who gives everybody a table in every round that is not over. */
function spread(now: Session, seats: readonly number[]): SessionCommand {
  const open = now.plan.steps.filter(({ id, mode }) => {
    const round = now.tables.rounds.find(({ stepIds }) => stepIds.includes(id))
    return mode === 'tables' && !(round && isRoundOver(now, round))
  })
  const rounds = open.map(({ id, zones }, i) => ({
    stepIds: [id],
    tables: zones.map((key, place) => ({
      zone: key,
      people: people.flatMap(({ participantId }, one) =>
        (seats[(i + one) % seats.length] ?? 0) % zones.length === place ? [participantId] : [],
      ),
    })),
  }))
  return { type: 'plan_tables', rule: now.tables.rule, hosts: [], rounds, standing: [] }
}

function expectSound(now: Session): void {
  expect(sessionSchema.parse(now)).toEqual(now)
  const { plan: planned, run, leaderId, deputyId, hands, muted } = now
  const ids = planned.steps.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeLessThanOrEqual(maxSteps)
  for (const { minutes: given } of planned.steps)
    expect(Number.isInteger(given) && given >= 0 && given <= 1_440).toBe(true)
  if (leaderId !== null) expect(deputyId).not.toBe(leaderId)
  for (const list of [hands.map(({ participantId }) => participantId), muted, run.status === 'running' ? run.done : []])
    expect(new Set(list).size).toBe(list.length)
  expect(Math.max(now.planVersion, now.stepVersion)).toBeLessThanOrEqual(now.version)
  if (run.status === 'planned') return
  const last = run.visits.at(-1)
  run.visits.forEach((visit, i) => {
    if (visit !== last || run.status === 'ended') expect(visit.leftAtMs).toBeGreaterThanOrEqual(visit.enteredAtMs)
    expect(visit.enteredAtMs).toBeGreaterThanOrEqual(run.visits[i - 1]?.leftAtMs ?? 0)
  })
  if (run.status === 'ended') return
  expect(ids).toContain(run.stepId)
  expect(last).toMatchObject({ stepId: run.stepId, leftAtMs: null })
  if (run.clock.state !== 'none') expect(run.clock.totalMs).toBeGreaterThanOrEqual(0)
}

/** Everybody sits once a round at a table that is there, in rounds of steps that are there. */
function expectSoundTables(now: Session): void {
  const { plan: planned, run, tables } = now
  const inOrder = tables.rounds.flatMap(({ stepIds }) => stepIds)
  expect(new Set(inOrder).size).toBe(inOrder.length)
  const firsts = tables.rounds.map(({ stepIds }) => planned.steps.findIndex(({ id }) => id === stepIds[0]))
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
  for (const round of tables.rounds) {
    expect(round.stepIds.length).toBeGreaterThan(0)
    for (const id of round.stepIds) {
      const its = planned.steps.find((one) => one.id === id)
      expect(its).toMatchObject({ mode: 'tables', zones: round.tables.map((table) => table.zone) })
    }
    const sitting = round.tables.flatMap((table) => table.people)
    expect(new Set(sitting).size).toBe(sitting.length)
  }
  const everybody = new Set(tables.rounds.flatMap((round) => round.tables.flatMap((table) => table.people)))
  for (const id of tables.away) expect(everybody).toContain(id)
  const tablesOfPlan = planned.steps.flatMap(({ mode, zones }) => (mode === 'tables' ? zones : []))
  for (const { zone: key } of tables.hosts) expect(tablesOfPlan).toContain(key)
  for (const list of [tables.hosts.map((host) => host.zone), tables.standing, tables.away])
    expect(new Set(list).size).toBe(list.length)
  for (const { participantId } of people) {
    const own = viewOf(now, { participantId, role: 'editor' })
    expect(ownSeats(own, participantId)).toEqual(ownSeats(now, participantId))
  }
  if (run.status !== 'running') return
  const step = planned.steps.find(({ id }) => id === run.stepId)
  for (const { zone: key } of run.tableClocks) expect(step?.mode === 'tables' && step.zones.includes(key)).toBe(true)
}

/** Going elsewhere changes no seat, and while nothing else is said what is over stays as it was. */
function expectSeatsKept(before: Session, now: Session): void {
  if (now.tables !== before.tables) expect(now.tablesVersion).toBe(now.version)
  if (now.stepVersion !== before.stepVersion) expect(now.tables).toBe(before.tables)
  if (now.plan !== before.plan) return
  const over = before.tables.rounds.filter((round) => isRoundOver(before, round))
  for (const round of over) expect(now.tables.rounds).toContainEqual(round)
}

/** Versions rise by one with every change, and what was done is never undone by going elsewhere. */
function expectSuccession(before: Session, now: Session): void {
  if (now === before) return
  expect(now.version).toBe(before.version + 1)
  if (now.plan !== before.plan) expect(now.planVersion).toBe(now.version)
  if (before.run.status === 'planned' || now.run.status === 'planned') return
  const left = before.run.visits.filter(({ leftAtMs }) => leftAtMs !== null)
  expect(now.run.visits.slice(0, left.length)).toEqual(left)
  const { startsAtMs, steps } = before.run.promised
  expect(now.run.promised).toMatchObject({ startsAtMs, steps })
}

function expectSoundSchedule(now: Session, nowMs: number): void {
  const schedule = scheduleOf(now, nowMs)
  expect(schedule.steps.map(({ stepId: id }) => id)).toEqual(now.plan.steps.map(({ id }) => id))
  expect(schedule.aheadMs).toBe(schedule.plannedEndMs - schedule.expectedEndMs)
  for (const { fittedMinutes, stepId: id } of schedule.steps) {
    const whole = now.plan.steps.find((one) => one.id === id)?.minutes ?? 0
    expect(Number.isInteger(fittedMinutes) && fittedMinutes >= 0 && fittedMinutes <= whole).toBe(true)
  }
}

/** Whatever happened, a facilitator can start what is planned, walk what runs, and end it. */
function expectCanGoOn(now: Session, nowMs: number): void {
  const by = { nowMs, by: gus, newId: () => 'made-last' }
  const say = (state: Session, what: SessionCommand): Session => {
    const applied = applyCommand(state, what, by)
    if (applied.status === 'refused') throw new Error(`stuck: ${what.type} is refused with ${applied.code}`)
    return applied.session
  }
  if (now.run.status === 'ended') return
  let state = now
  if (state.run.status === 'planned') {
    const { id: _, ...given } = step('last')
    if (state.plan.steps.length === 0) state = say(state, { type: 'add_step', step: given, afterId: null })
    state = say(state, { type: 'start' })
  }
  for (const { id } of state.plan.steps) state = say(state, { type: 'jump', stepId: id })
  expect(say(state, { type: 'end' }).run.status).toBe('ended')
}
