import type { SessionSummary } from '#shared/http/sessions.ts'

type Visit = SessionSummary['visits'][number]

export type SeatsOfSteps = {
  readonly steps: readonly Pick<Visit, 'stepId' | 'title'>[]
  /** Those at which somebody sat. */
  readonly tables: NonNullable<Visit['tables']>
}

/** Who sat where, in the order of the session; steps in which everybody sat alike are told as one. */
export function seatsByStep(visits: readonly Visit[]): readonly SeatsOfSteps[] {
  const rounds: SeatsOfSteps[] = []
  for (const { stepId, title, tables: seated } of visits) {
    const tables = (seated ?? []).filter(({ people }) => people.length > 0)
    if (tables.length === 0) continue
    const at = rounds.findIndex((round) => areSeatsAlike(round.tables, tables))
    const round = rounds[at]
    if (!round) rounds.push({ steps: [{ stepId, title }], tables })
    else if (round.steps.every((step) => step.stepId !== stepId)) {
      rounds[at] = { ...round, steps: [...round.steps, { stepId, title }] }
    }
  }
  return rounds
}

function areSeatsAlike(a: SeatsOfSteps['tables'], b: SeatsOfSteps['tables']): boolean {
  if (a.length !== b.length) return false
  return a.every(({ zone, people }, i) => {
    const other = b[i]
    return (
      other?.zone === zone && other.people.length === people.length && other.people.every((id) => people.includes(id))
    )
  })
}
