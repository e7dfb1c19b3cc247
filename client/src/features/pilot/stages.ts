import type { PilotStage } from '#shared/http/pilots.ts'

/** The way of a pilot, in order. "Stopped" is not on it: it can happen at any point. */
export const stages = ['idea', 'sprint', 'pilot', 'handed-over'] as const satisfies readonly PilotStage[]
