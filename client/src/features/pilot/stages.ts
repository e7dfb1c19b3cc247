import type { PilotStage } from '#shared/http/pilots.ts'

/** The way of a pilot, in order. "Stopped" is not on it: it can happen at any point. */
export const stages: readonly PilotStage[] = ['idea', 'sprint', 'pilot', 'handed-over']
