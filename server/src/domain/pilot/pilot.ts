import type { PilotStage } from '#shared/http/pilots.ts'

/** An innovation project on its way from idea to the department that takes it over. */
export type Pilot = {
  readonly id: string
  /** What its address says; never changes, so that links stay. */
  readonly slug: string
  readonly title: string
  readonly challenge: string
  readonly owner: string
  readonly department: string
  readonly stage: PilotStage
  readonly stoppedReason: string
  readonly createdAtMs: number
  readonly changedAtMs: number
}

/** A pilot with what its boards add up to. */
export type PilotSummary = Pilot & {
  readonly boardCount: number
  readonly latestBoardId: string | null
  readonly participantCount: number
  readonly countries: readonly string[]
}
