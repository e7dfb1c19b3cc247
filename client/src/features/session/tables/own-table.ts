import { hostOf, ownSeats, roundOfStep, tableOf } from '#shared/session/tables/rounds.ts'
import type { SessionView } from '#shared/session/view.ts'
import { roundsOf, tableSets } from './table-sets.ts'

/** Where one person sits now, and what is worth knowing of it. */
export type OwnTable = {
  /** Key of the table's zone. */
  readonly zone: string
  /** From 1. */
  readonly round: number
  readonly roundCount: number
  /** `moved`: from another table than in the round before. */
  readonly came: 'first' | 'moved' | 'stayed'
  /** Who sits there too; whose line is gone for long is left out. */
  readonly companions: readonly string[]
  /** How many of them she has not sat with before. */
  readonly newCount: number
  readonly isHost: boolean
}

/** Where somebody sits in the step that runs; undefined where it has no seats, null where she has none. */
export function ownTable(session: SessionView, participantId: string): OwnTable | null | undefined {
  const { run, plan, tables } = session
  if (run.status !== 'running') return undefined
  const step = plan.steps.find(({ id }) => id === run.stepId)
  const set = tableSets(plan.steps).find(({ steps }) => steps.some(({ id }) => id === run.stepId))
  const current = roundOfStep(tables, run.stepId)
  if (!step || !set || !current) return undefined
  const zone = tableOf(current, participantId)
  if (zone === undefined) return null
  const rounds = roundsOf(session, set)
  const at = rounds.indexOf(current)
  const before = rounds.slice(0, at)
  const peopleAt = (round: typeof current) =>
    round.tables.find(({ people }) => people.includes(participantId))?.people.filter((id) => id !== participantId) ?? []
  const met = new Set(before.flatMap(peopleAt))
  const companions = peopleAt(current).filter((id) => !tables.away.includes(id))
  const last = before.findLast((round) => tableOf(round, participantId) !== undefined)
  return {
    ...{ zone, companions },
    round: at + 1,
    roundCount: rounds.length,
    came: last ? (tableOf(last, participantId) === zone ? 'stayed' : 'moved') : 'first',
    newCount: companions.filter((id) => !met.has(id)).length,
    isHost: hostOf(tables, zone) === participantId,
  }
}

/** Key of the zone of her table in the next round; undefined unless that is told already, or comes next. */
export function nextTable(session: SessionView, participantId: string): string | undefined {
  const { run, plan, tables } = session
  const { next } = ownSeats(session, participantId)
  if (!next || run.status !== 'running') return undefined
  const at = plan.steps.findIndex(({ id }) => id === run.stepId)
  const isAtTables = roundOfStep(tables, run.stepId) !== undefined
  return isAtTables || plan.steps[at + 1]?.id === next.stepId ? next.zone : undefined
}

/** Whether people are asked if they are in the room or online: tables are mixed by it, as long as some are still to come. */
export function asksForPlace({ run, plan }: SessionView): boolean {
  if (plan.format !== 'hybrid' || run.status === 'ended') return false
  const at = run.status === 'running' ? plan.steps.findIndex(({ id }) => id === run.stepId) : 0
  return plan.steps.slice(Math.max(0, at)).some(({ mode }) => mode === 'tables')
}
