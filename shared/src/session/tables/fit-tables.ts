import type { Session } from '../session.ts'
import { isSameList, sortRounds } from './change-tables.ts'
import type { TableRound } from './table-plan.ts'

/**
 * The plan is another: rounds have the tables that their steps have now. Who sat at a table that is gone has no seat in
 * that round any more; nobody else moves.
 */
export function fitTables(session: Session): Session {
  const { plan, run, tables } = session
  if (tables.rounds.length === 0 && tables.hosts.length === 0 && run.status !== 'running') return session
  const steps = new Map(plan.steps.flatMap((step) => (step.mode === 'tables' ? [[step.id, step]] : [])))
  const rounds = tables.rounds.flatMap((round): TableRound[] => {
    const known = round.stepIds.flatMap((stepId) => steps.get(stepId) ?? [])
    const [first] = plan.steps.filter((step) => known.includes(step))
    if (!first) return []
    const stepIds = plan.steps
      .filter((one) => known.includes(one) && isSameList(one.zones, first.zones))
      .map(({ id }) => id)
    const tableOf = new Map(round.tables.map((table) => [table.zone, table]))
    return [{ stepIds, tables: first.zones.map((zone) => tableOf.get(zone) ?? { zone, people: [] }) }]
  })
  const zones = new Set([...steps.values()].flatMap((step) => step.zones))
  const seated = new Set(rounds.flatMap((round) => round.tables.flatMap(({ people }) => people)))
  const fitted = {
    ...tables,
    rounds: sortRounds(plan, rounds),
    hosts: tables.hosts.filter(({ zone }) => zones.has(zone)),
    away: tables.away.filter((id) => seated.has(id)),
  }
  const isFit = JSON.stringify(fitted) === JSON.stringify(tables)
  return { ...session, tables: isFit ? tables : fitted, run: withoutLostClocks(session) }
}

function withoutLostClocks({ plan, run }: Session): Session['run'] {
  if (run.status !== 'running') return run
  const step = plan.steps.find(({ id }) => id === run.stepId)
  const tableClocks = run.tableClocks.filter(({ zone }) => step?.mode === 'tables' && step.zones.includes(zone))
  return tableClocks.length === run.tableClocks.length ? run : { ...run, tableClocks }
}
