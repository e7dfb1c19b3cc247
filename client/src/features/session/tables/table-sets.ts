import type { SessionCommand } from '#shared/session/commands.ts'
import type { Step } from '#shared/session/session.ts'
import { isSameList } from '#shared/session/tables/change-tables.ts'
import { isRoundOver, roundOfStep } from '#shared/session/tables/rounds.ts'
import type { RotationPlan } from '#shared/session/tables/seating.ts'
import type { MixRule, TableRound } from '#shared/session/tables/table-plan.ts'
import type { SessionView } from '#shared/session/view.ts'

/** Steps at the same tables: between them people travel. */
export type TableSet = {
  /** Keys of the tables' zones. */
  readonly zones: readonly string[]
  readonly steps: readonly Step[]
}

export function tableSets(steps: readonly Step[]): readonly TableSet[] {
  const sets: { readonly zones: readonly string[]; readonly steps: Step[] }[] = []
  for (const step of steps) {
    if (step.mode !== 'tables' || step.zones.length === 0) continue
    const known = sets.find(({ zones }) => isSameList(zones, step.zones))
    if (known) known.steps.push(step)
    else sets.push({ zones: step.zones, steps: [step] })
  }
  return sets
}

/** What is decided about one set of tables and not said yet. Tables are counted from 0, as in a rotation. */
export type SeatDraft = {
  readonly rounds: readonly { readonly stepIds: readonly string[]; readonly isOver: boolean }[]
  readonly plan: RotationPlan
  readonly hosts: Readonly<Record<string, number>>
  readonly rule: MixRule
}

/** In the order of the plan. A step in no round is one of its own, without anybody. */
export function roundsOf({ tables }: Pick<SessionView, 'tables'>, set: TableSet): readonly TableRound[] {
  return [...new Set(set.steps.map(({ id }) => roundOfStep(tables, id) ?? { stepIds: [id], tables: [] }))]
}

/** What is said of these tables so far. */
export function draftOf(session: SessionView, set: TableSet): SeatDraft {
  const { tables } = session
  const rounds = roundsOf(session, set)
  return {
    rule: tables.rule,
    rounds: rounds.map((round) => ({ stepIds: round.stepIds, isOver: isRoundOver(session, round) })),
    plan: rounds.map((round) =>
      set.zones.map((zone) => round.tables.find((table) => table.zone === zone)?.people ?? []),
    ),
    hosts: Object.fromEntries(
      tables.hosts
        .filter(({ zone }) => set.zones.includes(zone))
        .map(({ zone, participantId }) => [participantId, set.zones.indexOf(zone)]),
    ),
  }
}

/** The draft as it is said to the session: with what was decided about all other tables. */
export function commandOf(session: SessionView, set: TableSet, draft: SeatDraft): SessionCommand {
  const { tables } = session
  const ownSteps = new Set(set.steps.map(({ id }) => id))
  const others = tables.rounds.filter(
    (round) => !isRoundOver(session, round) && !round.stepIds.some((id) => ownSteps.has(id)),
  )
  const own = draft.rounds.flatMap(({ stepIds, isOver }, i) => {
    const seating = draft.plan[i] ?? []
    // Steps without anybody stay without tables: nobody would be told of one.
    if (isOver || seating.every((table) => table.length === 0)) return []
    return [
      {
        stepIds: [...stepIds],
        tables: set.zones.map((zone, table) => ({ zone, people: [...(seating[table] ?? [])] })),
      },
    ]
  })
  const seated = new Set(own.flatMap((round) => round.tables.flatMap(({ people }) => people)))
  return {
    type: 'plan_tables',
    rule: draft.rule,
    hosts: [
      ...tables.hosts.filter(({ zone }) => !set.zones.includes(zone)),
      ...Object.entries(draft.hosts).flatMap(([participantId, table]) => {
        const zone = set.zones[table]
        return zone === undefined ? [] : [{ zone, participantId }]
      }),
    ],
    rounds: [...others, ...own],
    standing: tables.standing.filter((id) => !seated.has(id)),
  }
}

/** The first round in which people can still be moved; as many as there are when all are over. */
export function firstOpenRound({ rounds }: Pick<SeatDraft, 'rounds'>): number {
  const at = rounds.findIndex(({ isOver }) => !isOver)
  return at === -1 ? rounds.length : at
}
