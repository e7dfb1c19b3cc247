import type { SessionRun, Step } from '../session.ts'
import type { SeatedTable, TablePlan, TableRound } from './table-plan.ts'

/** What there is to know of a session to say who sits where: a view of it will do. */
export type TableCourse = {
  readonly plan: { readonly steps: readonly Pick<Step, 'id'>[] }
  readonly run:
    | { readonly status: 'planned' | 'ended' }
    | Pick<Extract<SessionRun, { status: 'running' }>, 'status' | 'stepId'>
  readonly tables: TablePlan
}

export function roundOfStep({ rounds }: Pick<TablePlan, 'rounds'>, stepId: string): TableRound | undefined {
  return rounds.find(({ stepIds }) => stepIds.includes(stepId))
}

/** The round in which people sit right now; undefined where the step that runs has no seats. */
export function runningRound({ run, tables }: TableCourse): TableRound | undefined {
  return run.status === 'running' ? roundOfStep(tables, run.stepId) : undefined
}

/** Everybody has left the last of its steps. Going back makes it one that is still to come. */
export function isRoundOver({ plan, run }: TableCourse, { stepIds }: TableRound): boolean {
  if (run.status !== 'running') return run.status === 'ended'
  const now = plan.steps.findIndex(({ id }) => id === run.stepId)
  return stepIds.every((stepId) => plan.steps.findIndex(({ id }) => id === stepId) < now)
}

/** @returns the key of her table's zone; undefined where she has no seat. */
export function tableOf({ tables }: TableRound, participantId: string): string | undefined {
  return tables.find(({ people }) => people.includes(participantId))?.zone
}

export type OwnSeats = {
  /** The key of the zone of her table in the step that runs; null where she has none. */
  readonly now: string | null
  /** Where she sits in the next round in which she has a seat, and the step that begins it. */
  readonly next: { readonly zone: string; readonly stepId: string } | null
}

/** Where somebody sits, and where next. */
export function ownSeats(session: TableCourse, participantId: string): OwnSeats {
  const current = runningRound(session)
  for (const round of session.tables.rounds) {
    const [stepId] = round.stepIds
    const zone = tableOf(round, participantId)
    if (round === current || isRoundOver(session, round) || zone === undefined || stepId === undefined) continue
    return { now: (current && tableOf(current, participantId)) ?? null, next: { zone, stepId } }
  }
  return { now: (current && tableOf(current, participantId)) ?? null, next: null }
}

/** Who stays at a table; undefined where everybody travels. */
export function hostOf({ hosts }: Pick<TablePlan, 'hosts'>, zone: string): string | undefined {
  return hosts.find((host) => host.zone === zone)?.participantId
}

/** Who sits at which table in a step, without those who are away; null where nobody has a seat. */
export function seatedIn(tables: Pick<TablePlan, 'rounds' | 'away'>, stepId: string): SeatedTable[] | null {
  const round = roundOfStep(tables, stepId)
  if (!round) return null
  return round.tables.map(({ zone, people }) => ({ zone, people: people.filter((id) => !tables.away.includes(id)) }))
}

/** What somebody who is no facilitator may know: her own tables, who sits there with her, and who stays at them. */
export function tablesFor(tables: TablePlan, participantId: string): TablePlan {
  const rounds = tables.rounds.map(({ stepIds, tables: all }) => ({
    stepIds,
    tables: all.filter(({ people }) => people.includes(participantId)),
  }))
  const own = rounds.flatMap((round) => round.tables)
  const companions = new Set(own.flatMap(({ people }) => people))
  return {
    rule: tables.rule,
    rounds,
    hosts: tables.hosts.filter(
      (host) => own.some(({ zone }) => zone === host.zone) && companions.has(host.participantId),
    ),
    standing: tables.standing.filter((id) => id === participantId),
    away: tables.away.filter((id) => companions.has(id)),
  }
}
