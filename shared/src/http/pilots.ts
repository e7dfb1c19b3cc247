import { z } from 'zod'
import { maxChallengeLength, maxPersonNameLength, maxTitleLength } from '../limits.ts'
import { entityId, line, timeMs, title, words } from './common.ts'

export const pilotStages = ['idea', 'sprint', 'pilot', 'handed-over', 'stopped'] as const
export const pilotStage = z.enum(pilotStages)
export type PilotStage = z.infer<typeof pilotStage>

const challenge = words(maxChallengeLength)
const owner = line(maxPersonNameLength)
const department = line(maxTitleLength)
const stoppedReason = words(maxChallengeLength)

export const pilot = z
  .object({
    id: entityId,
    slug: z.string(),
    title: z.string(),
    challenge: z.string(),
    owner: z.string(),
    /** The department that could take the pilot over. */
    department: z.string(),
    stage: pilotStage,
    /** Why it was stopped; empty in the other stages. */
    stoppedReason: z.string(),
    createdAtMs: timeMs,
    changedAtMs: timeMs,
    /** Boards that are neither archived nor deleted. */
    boardCount: z.number().int(),
    /** The board that was changed last, for the pilot's picture. */
    latestBoardId: entityId.nullable(),
    /** People who have joined its boards, and the countries they gave. */
    participantCount: z.number().int(),
    countries: z.array(z.string()),
  })
  .meta({ id: 'Pilot' })
export type Pilot = z.infer<typeof pilot>

export const createPilotRequest = z.strictObject({
  title,
  challenge: challenge.optional(),
  owner: owner.optional(),
  department: department.optional(),
  stage: pilotStage.optional(),
})
export const updatePilotRequest = z.strictObject({
  title: title.optional(),
  challenge: challenge.optional(),
  owner: owner.optional(),
  department: department.optional(),
  stage: pilotStage.optional(),
  stoppedReason: stoppedReason.optional(),
})
