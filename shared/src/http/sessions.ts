import { z } from 'zod'
import { plainLine } from '../plain-words.ts'
import { sessionCommandSchema } from '../session/commands.ts'
import { planSchema, sessionFormats } from '../session/session.ts'
import { seatedTableSchema } from '../session/tables/table-plan.ts'
import { sessionViewSchema } from '../session/view.ts'
import { resultViewSchema, voteRoundSchema } from '../session/votes/round.ts'
import { country, entityId, personPlace, role, standsFor, timeMs } from './common.ts'

/** What is not given is the board's title, no start, UTC, and a hybrid event. */
export const createSessionRequest = z.strictObject({
  title: z.string().overwrite(plainLine).trim().min(1).optional(),
  startsAtMs: timeMs.nullable().optional(),
  timeZone: z.string().optional(),
  format: z.enum(sessionFormats).optional(),
  meetingUrl: z.string().nullable().optional(),
  expectedPeople: z.number().nullable().optional(),
  /** True: the steps of the board's template; an empty plan otherwise, and where the board has none. */
  hasTemplateSteps: z.boolean().optional(),
})

export type CreateSessionRequest = z.output<typeof createSessionRequest>

/** A session as the asking person may see it, and the server's time as of the answer. */
export const sessionResponse = z.object({ session: sessionViewSchema, serverNowMs: timeMs }).meta({ id: 'SessionNow' })
export type SessionNow = z.infer<typeof sessionResponse>

/**
 * `key` is new for every command and the same for every attempt to send it; a step that the command adds has it as its
 * id, so that its sender knows that step before the answer. `version` is that of the session its sender
 * saw. A refusal as stale or over carries the present state in `session` and `serverNowMs` of the problem document.
 */
export const sessionCommandRequest = z.strictObject({
  key: z.string().min(8).max(64),
  version: z.number().int().nonnegative(),
  command: sessionCommandSchema,
})
export type SessionCommandRequest = z.infer<typeof sessionCommandRequest>

/** A session that is over, for lists. */
export const pastSession = z
  .object({ id: entityId, title: z.string(), startedAtMs: timeMs, endedAtMs: timeMs })
  .meta({ id: 'PastSession' })
export type PastSession = z.infer<typeof pastSession>

/** One stay in a step. */
export const stepRecord = z
  .object({
    stepId: z.string(),
    title: z.record(z.string(), z.string()),
    enteredAtMs: timeMs,
    leftAtMs: timeMs,
    /** Shapes by the key of their zone, as they were when the step was left; `''` outside of all. Null where that was not kept. */
    notesByZone: z.record(z.string(), z.number().int()).nullable(),
    /** Who sat where, those who were away left out; null where nobody had a seat. */
    tables: z.array(z.object(seatedTableSchema.shape)).nullable(),
    /** The board as it was then; null where it was not kept. */
    checkpointId: entityId.nullable(),
    /** The server was lost as the step was left: it was kept when it was back, and may hold what came a moment later. */
    isKeptLate: z.boolean(),
  })
  .meta({ id: 'StepRecord' })

/** What became of a session. */
export const sessionSummary = z
  .object({
    id: entityId,
    plan: planSchema,
    startedAtMs: timeMs,
    endedAtMs: timeMs,
    /** In the order of the plan. `plannedMinutes` is what was promised at the start; null for a step that came later. */
    steps: z.array(
      z.object({
        stepId: z.string(),
        title: z.record(z.string(), z.string()),
        plannedMinutes: z.number().nullable(),
        /** All stays together; null for a step that was passed over. */
        realMs: z.number().nullable(),
      }),
    ),
    visits: z.array(stepRecord),
    /** The rounds of its steps, and those that were opened beside them meanwhile, in their order. */
    votes: z.array(z.object({ ...voteRoundSchema.shape, result: resultViewSchema })),
    /** Who was on the board while it ran. */
    people: z.array(
      z.object({
        participantId: z.string(),
        name: z.string(),
        country: country.nullable(),
        organisation: z.string().nullable(),
        /** A table's device counts as the people at the table. */
        standsFor: z.number().int(),
      }),
    ),
    countries: z.array(country),
    organisations: z.array(z.string()),
  })
  .meta({ id: 'SessionSummary' })
export type SessionSummary = z.infer<typeof sessionSummary>

/** Somebody who joined the board by invitation; she may not be here now. */
export const boardPerson = z
  .object({
    participantId: entityId,
    name: z.string(),
    country: country.nullable(),
    organisation: z.string().nullable(),
    role,
    /** Where she takes part; null as long as nobody has said. */
    place: personPlace.nullable(),
    /** How many people she is: more than one for role `table` only. */
    standsFor: z.number().int(),
    joinedAtMs: timeMs,
    /** Sent away: she cannot come back until a facilitator lets her. */
    removedAtMs: timeMs.nullable(),
  })
  .meta({ id: 'BoardPerson' })
export type BoardPerson = z.infer<typeof boardPerson>

/** What somebody may say of herself after joining. `standsFor` is of role `table`; it cannot change while a vote is open. */
export const updateSelfRequest = z.strictObject({
  place: personPlace.nullable().optional(),
  standsFor: standsFor.optional(),
})

/** `isRemoved: false` lets somebody come back who was sent away. */
export const updatePersonRequest = z.strictObject({
  ...updateSelfRequest.shape,
  role: role.optional(),
  isRemoved: z.literal(false).optional(),
})

/** `removalId` undoes it; null where there was nothing to remove. */
export const removedNotes = z
  .object({ removalId: entityId.nullable(), shapeCount: z.number().int() })
  .meta({ id: 'RemovedNotes' })
export type RemovedNotes = z.infer<typeof removedNotes>
export const restoredNotes = z.object({ shapeCount: z.number().int() }).meta({ id: 'RestoredNotes' })
