import type { ErrorCode } from '../../errors.ts'
import { maxKeyLength, maxPeople, maxSteps } from '../bounds.ts'
import type { SessionCommand } from '../commands.ts'
import type { Plan, Session } from '../session.ts'
import { isRoundOver, roundOfStep, tableOf } from './rounds.ts'
import type { TableHost, TablePlan, TableRound } from './table-plan.ts'

export type SeatingCommand = Extract<
  SessionCommand,
  { type: 'plan_tables' | 'seat_person' | 'unseat_person' | 'name_host' }
>

/** Who sits where, as a facilitator says. Whether these people are on the board is known to the caller, and checked there. */
export function changeTables(session: Session, command: SeatingCommand): Session | ErrorCode {
  const tables = next(session, command)
  if (typeof tables === 'string') return tables
  return tables === session.tables ? session : { ...session, tables }
}

/** Everybody whom a command brings to a table. */
export function peopleSeatedBy(command: SessionCommand): ReadonlySet<string> {
  switch (command.type) {
    case 'plan_tables': {
      const seated = command.rounds.flatMap(({ tables }) => tables.flatMap(({ people }) => people))
      return new Set([...seated, ...command.hosts.map(({ participantId }) => participantId), ...command.standing])
    }
    case 'seat_person':
      return new Set([command.participantId])
    case 'name_host':
      return new Set(command.participantId === null ? [] : [command.participantId])
    default:
      return new Set()
  }
}

function next(session: Session, command: SeatingCommand): TablePlan | ErrorCode {
  switch (command.type) {
    case 'plan_tables':
      return planTables(session, command)
    case 'seat_person':
      return seatPerson(session, command)
    case 'unseat_person':
      return withStanding(session, command.participantId)
    case 'name_host':
      return nameHost(session, command)
  }
}

function planTables(
  session: Session,
  { rule, hosts, rounds, standing }: Extract<SeatingCommand, { type: 'plan_tables' }>,
): TablePlan | ErrorCode {
  const over = session.tables.rounds.filter((round) => isRoundOver(session, round))
  const planned: TableRound[] = []
  if (rounds.length > maxSteps || standing.length > maxPeople || hosts.length > maxPeople) return 'out_of_bounds'
  const taken = new Set<string>()
  for (const round of rounds) {
    const whole = wholeRound(session.plan, round)
    if (typeof whole === 'string') return whole
    if (over.some(({ stepIds }) => stepIds.some((stepId) => whole.stepIds.includes(stepId)))) return 'round_is_over'
    if (whole.stepIds.some((stepId) => taken.has(stepId))) return 'out_of_bounds'
    for (const stepId of whole.stepIds) taken.add(stepId)
    planned.push(whole)
  }
  const staying = [...new Map(hosts.map(({ zone, participantId }) => [zone, { zone, participantId }])).values()]
  if (staying.length < hosts.length) return 'seated_twice'
  for (const { zone } of staying) if (!isTable(session.plan, zone)) return 'unknown_table'
  if (staying.some((host) => staying.some((other) => other !== host && isBothOf(session.plan, host, other))))
    return 'seated_twice'
  const seated = planned.map((round) =>
    staying.reduce((now, { zone, participantId }) => seat(now, participantId, zone), round),
  )
  const all = sortRounds(session.plan, [...over, ...seated])
  const people = new Set(all.flatMap(({ tables }) => tables.flatMap((table) => table.people)))
  if (people.size > maxPeople || ![...people, ...standing].every(isId)) return 'out_of_bounds'
  return {
    ...{ rule, rounds: all, hosts: staying },
    standing: [...new Set(standing)].filter((id) => !seated.some((round) => tableOf(round, id) !== undefined)),
    away: session.tables.away.filter((id) => people.has(id)),
  }
}

/** With a table for each zone; or why it cannot be. */
function wholeRound(plan: Plan, { stepIds, tables }: TableRound): TableRound | ErrorCode {
  const steps = plan.steps.filter(({ id }) => stepIds.includes(id))
  const [first] = steps
  if (!first || steps.length < stepIds.length) return 'unknown_step'
  if (steps.some(({ mode, zones }) => mode !== 'tables' || !isSameList(zones, first.zones))) return 'not_tables'
  if (tables.some(({ zone }, i) => !first.zones.includes(zone) || tables.findIndex((one) => one.zone === zone) !== i))
    return 'unknown_table'
  const people = tables.flatMap((table) => table.people)
  if (new Set(people).size < people.length) return 'seated_twice'
  return {
    stepIds: steps.map(({ id }) => id),
    tables: first.zones.map((zone) => ({
      zone,
      people: [...(tables.find((table) => table.zone === zone)?.people ?? [])],
    })),
  }
}

function seatPerson(
  session: Session,
  { participantId, stepId, zone }: Extract<SeatingCommand, { type: 'seat_person' }>,
): TablePlan | ErrorCode {
  const { tables, plan } = session
  const round = roundOfStep(tables, stepId)
  if (!round) return plan.steps.some(({ id }) => id === stepId) ? 'no_seats' : 'unknown_step'
  if (isRoundOver(session, round)) return 'round_is_over'
  if (!round.tables.some((table) => table.zone === zone)) return 'unknown_table'
  if (tableOf(round, participantId) === zone) return tables
  return {
    ...tables,
    rounds: tables.rounds.map((one) => (one === round ? seat(one, participantId, zone) : one)),
    // Who is sent to another table does not stay at hers.
    hosts: tables.hosts.filter(
      (host) =>
        host.participantId !== participantId ||
        host.zone === zone ||
        !round.tables.some((table) => table.zone === host.zone),
    ),
    standing: tables.standing.filter((id) => id !== participantId),
  }
}

function withStanding(session: Session, participantId: string): TablePlan | ErrorCode {
  const without = withoutSeats(session, participantId)
  if (without.standing.includes(participantId)) return without
  if (without.standing.length >= maxPeople) return 'out_of_bounds'
  return { ...without, standing: [...without.standing, participantId] }
}

function nameHost(
  session: Session,
  { zone, participantId }: Extract<SeatingCommand, { type: 'name_host' }>,
): TablePlan | ErrorCode {
  const { tables, plan } = session
  if (!isTable(plan, zone)) return 'unknown_table'
  if (tables.hosts.find((host) => host.zone === zone)?.participantId === (participantId ?? undefined)) return tables
  const others = tables.hosts.filter((host) => host.zone !== zone)
  if (participantId === null) return { ...tables, hosts: others }
  const host = { zone, participantId }
  return {
    ...tables,
    hosts: [...others.filter((other) => !isBothOf(plan, host, other)), host],
    rounds: tables.rounds.map((round) => (isRoundOver(session, round) ? round : seat(round, participantId, zone))),
    standing: tables.standing.filter((id) => id !== participantId),
  }
}

/** One person at two tables of one step. */
function isBothOf({ steps }: Plan, host: TableHost, other: TableHost): boolean {
  if (host.participantId !== other.participantId) return false
  return steps.some(({ mode, zones }) => mode === 'tables' && zones.includes(host.zone) && zones.includes(other.zone))
}

function isTable({ steps }: Plan, zone: string): boolean {
  return steps.some(({ mode, zones }) => mode === 'tables' && zones.includes(zone))
}

/** At that table and no other; as it was where the round has no such table. */
export function seat(round: TableRound, participantId: string, zone: string): TableRound {
  if (!round.tables.some((table) => table.zone === zone) || tableOf(round, participantId) === zone) return round
  return {
    ...round,
    tables: round.tables.map((table) => {
      const others = table.people.filter((id) => id !== participantId)
      return { ...table, people: table.zone === zone ? [...others, participantId] : others }
    }),
  }
}

/** Nobody else moves, and what is over stays as it was. The same where she is not in it. */
export function withoutSeats(session: Pick<Session, 'plan' | 'run' | 'tables'>, participantId: string): TablePlan {
  const { tables } = session
  const isOther = (id: string) => id !== participantId
  const isSeated = (round: TableRound) => !isRoundOver(session, round) && tableOf(round, participantId) !== undefined
  const isHost = tables.hosts.some((host) => host.participantId === participantId)
  if (!tables.rounds.some(isSeated) && !isHost && !tables.away.includes(participantId)) return tables
  return {
    ...tables,
    hosts: tables.hosts.filter((host) => isOther(host.participantId)),
    away: tables.away.filter(isOther),
    rounds: tables.rounds.map((round) =>
      isSeated(round)
        ? { ...round, tables: round.tables.map(({ zone, people }) => ({ zone, people: people.filter(isOther) })) }
        : round,
    ),
  }
}

/** By the first of their steps. */
export function sortRounds({ steps }: Plan, rounds: readonly TableRound[]): TableRound[] {
  const placeOf = ({ stepIds }: TableRound) => steps.findIndex(({ id }) => id === stepIds[0])
  return rounds.toSorted((a, b) => placeOf(a) - placeOf(b))
}

export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i])
}

function isId(id: string): boolean {
  return id.length > 0 && id.length <= maxKeyLength
}
