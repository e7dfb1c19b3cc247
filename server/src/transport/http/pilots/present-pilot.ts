import type { Pilot } from '#shared/http/pilots.ts'
import type { PilotSummary } from '../../../domain/pilot/pilot.ts'

export function presentPilot(pilot: PilotSummary): Pilot {
  const { id, slug, title, challenge, owner, department, stage, stoppedReason, createdAtMs, changedAtMs } = pilot
  const { boardCount, latestBoardId, participantCount, countries } = pilot
  return {
    id,
    slug,
    title,
    challenge,
    owner,
    department,
    stage,
    stoppedReason,
    createdAtMs,
    changedAtMs,
    boardCount,
    latestBoardId,
    participantCount,
    countries: [...countries],
  }
}
