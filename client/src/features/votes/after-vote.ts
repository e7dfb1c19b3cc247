import type { Step } from '#shared/session/session.ts'
import type { ResultTarget } from '#shared/session/votes/round.ts'

/** Those on the first three places: more where several share one. */
export function firstThree(targets: readonly ResultTarget[]): readonly ResultTarget[] {
  return targets.filter(({ rank }) => rank !== null && rank <= 3)
}

/** Where what comes of a step is needed: what it feeds, else the zones of the step behind it. */
export function zonesForCopies(
  steps: readonly Pick<Step, 'id' | 'feeds' | 'zones'>[],
  stepId: string | null,
): readonly string[] {
  const at = steps.findIndex(({ id }) => id === stepId)
  const feeds = steps[at]?.feeds ?? []
  return feeds.length > 0 || at === -1 ? feeds : (steps[at + 1]?.zones ?? [])
}
