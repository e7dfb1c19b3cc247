import type { Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { stepPlace } from '../session/index.ts'

/** What goes on in zones, or is going to. */
export type ZoneUses = {
  /** The vote that is open in one of them. */
  readonly vote: OpenVote | undefined
  /** The step that runs in one of them. */
  readonly running: Step | undefined
  /** Participants could write nowhere in the step that runs if these zones were gone. */
  readonly holdsWriting: boolean
  /** Steps that are to come there, or whose results are needed there. */
  readonly coming: readonly Step[]
}

type Place = { readonly vote: OpenVote | undefined; readonly session: SessionView | undefined }

export function usesOf(keys: readonly string[], { vote, session }: Place): ZoneUses {
  const names = (zones: readonly string[]) => zones.some((key) => keys.includes(key))
  const isNamedBy = (step: Step) => names(step.zones) || names(step.feeds)
  const now = session && stepPlace(session)?.step
  const running = now && isNamedBy(now) ? now : undefined
  return {
    vote: vote && names(vote.setup.zones) ? vote : undefined,
    running,
    holdsWriting: running?.isKeptToZones === true && running.zones.every((zone) => keys.includes(zone)),
    coming: session ? stepsFrom(session).filter((step) => step !== now && isNamedBy(step)) : [],
  }
}

/** Zones that are not deleted unasked. */
export function zonesInUse({ vote, session }: Place): ReadonlySet<string> {
  const steps = session ? stepsFrom(session).flatMap(({ zones, feeds }) => [...zones, ...feeds]) : []
  return new Set([...(vote?.setup.zones ?? []), ...steps])
}

/** The step that runs and those after it; all of a session that is planned. */
function stepsFrom({ plan, run }: SessionView): readonly Step[] {
  if (run.status === 'ended') return []
  return run.status === 'running' ? plan.steps.slice(plan.steps.findIndex(({ id }) => id === run.stepId)) : plan.steps
}
