import type { SessionSummary } from '#shared/http/sessions.ts'
import type { Session } from '#shared/session/session.ts'
import type { ClosedRound } from '../vote/round-view.ts'
import type { StepGuest, StepRecord } from './session-store.ts'

/** What became of a session that is over; undefined for one that is not. */
export function summarise(
  { id, plan, run }: Session,
  records: readonly StepRecord[],
  guests: readonly StepGuest[],
  votes: readonly ClosedRound[],
): SessionSummary | undefined {
  if (run.status !== 'ended') return undefined
  const { startedAtMs, endedAtMs, promised, visits } = run
  const planned = new Map(promised.steps.map(({ stepId, minutes }) => [stepId, minutes]))
  const recordOf = new Map(records.map((record) => [`${record.stepId} ${record.enteredAtMs}`, record]))
  const people = [
    ...new Map(
      [...guests, ...records.flatMap((record) => record.people)].map((one) => [one.participantId, one]),
    ).values(),
  ]
  const titleOf = (stepId: string) =>
    plan.steps.find((step) => step.id === stepId)?.title ??
    records.find((record) => record.stepId === stepId)?.title ?? { en: '' }
  // A step that was removed after people had been in it took its time all the same.
  const gone = visits.map(({ stepId }) => stepId).filter((stepId) => !plan.steps.some((step) => step.id === stepId))
  return {
    id,
    plan,
    startedAtMs,
    endedAtMs,
    steps: [...plan.steps.map((step) => step.id), ...new Set(gone)].map((stepId) => {
      const stays = visits.filter((visit) => visit.stepId === stepId)
      const realMs = stays.reduce((sum, { enteredAtMs, leftAtMs }) => sum + (leftAtMs ?? endedAtMs) - enteredAtMs, 0)
      return {
        stepId,
        title: titleOf(stepId),
        plannedMinutes: planned.get(stepId) ?? null,
        realMs: stays.length > 0 ? realMs : null,
      }
    }),
    visits: visits.map(({ stepId, enteredAtMs, leftAtMs }) => {
      const record = recordOf.get(`${stepId} ${enteredAtMs}`)
      return {
        stepId,
        title: record?.title ?? titleOf(stepId),
        enteredAtMs,
        leftAtMs: leftAtMs ?? endedAtMs,
        notesByZone: record?.notesByZone ?? null,
        checkpointId: record?.checkpointId ?? null,
        isKeptLate: record?.keeping === 'late',
        tables: record?.tables?.map(({ zone, people }) => ({ zone, people: [...people] })) ?? null,
      }
    }),
    votes: [...votes],
    people,
    countries: sorted(people.map(({ country }) => country)),
    organisations: sorted(people.map(({ organisation }) => organisation)),
  }
}

function sorted(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted()
}
