import type { TablePlan } from '#shared/session/tables/table-plan.ts'
import type { SessionView } from '#shared/session/view.ts'
import { sessionView, step } from '../test-session-view.ts'

export const zones = ['table-1', 'table-2']

/** Two rounds at two tables, a break between them, and another step at tables of its own. */
export const tableSteps = [
  step('first', { mode: 'tables', zones }),
  step('pause', { mode: 'break' }),
  step('second', { mode: 'tables', zones }),
  step('cards', { mode: 'tables', zones: ['card-1'] }),
]

/** Who sits at the two tables in a round, as facilitators see it. */
export function round(stepId: string, ...people: readonly (readonly string[])[]) {
  return { stepIds: [stepId], tables: zones.map((zone, i) => ({ zone, people: [...(people[i] ?? [])] })) }
}

export function tablesView(tables: Partial<TablePlan>, run?: string): SessionView {
  const view = sessionView({ steps: tableSteps, ...(run === undefined ? {} : { run }) })
  return { ...view, tables: { ...view.tables, ...tables } }
}
