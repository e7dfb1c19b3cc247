import { z } from 'zod/mini'
import type { roleSchema } from '../protocol/messages.ts'
import { stepModes, stepTools } from './modes.ts'
import { tablePlanSchema } from './tables/table-plan.ts'
import { preparedVoteSchema } from './votes/prepared-vote.ts'

/** A text by language (BCP 47). English is always there, or whatever a facilitator typed instead of it. */
const localText = z.intersection(z.object({ en: z.string() }), z.record(z.string(), z.string()))

/** So many days after the day that the step ends, when clocks in the plan's time zone show that minute of the day. */
const goesOnSchema = z.strictObject({ daysLater: z.number(), minuteOfDay: z.number() })
export type GoesOn = z.infer<typeof goesOnSchema>

export const stepFields = {
  title: localText,
  prompt: localText,
  /** For facilitators only: others get it empty. */
  notes: localText,
  /** Keys of the zones that people are brought to; several in mode `tables`. Empty: the whole board. */
  zones: z.array(z.string()),
  /** 0 stands for work before the session, or for a step without a time. */
  minutes: z.number(),
  mode: z.enum(stepModes),
  /** Empty: all of them. */
  tools: z.array(z.enum(stepTools)),
  /** People may write in the step's zones only. */
  isKeptToZones: z.boolean(),
  /** Mode `private`: who wrote a note is stored nowhere once it is revealed. Told to everybody on entry. */
  isAnonymous: z.boolean(),
  /** Keys of the zones in which what comes of this step is needed. */
  feeds: z.array(z.string()),
  /** Into how many equal parts the minutes fall, each of which is rung in. Nothing, as in older sessions, or 1: it is one. */
  parts: z.optional(z.number()),
  /** Mode `vote`: how its vote begins. */
  vote: z.optional(z.nullable(preparedVoteSchema)),
  /** Mode `break`, no minutes: it lasts until another day. */
  goesOn: z.optional(z.nullable(goesOnSchema)),
}
/** `id` is stable within the session. */
export const stepSchema = z.object({ id: z.string(), ...stepFields })
export type Step = z.infer<typeof stepSchema>

export const sessionFormats = ['room', 'online', 'hybrid'] as const
export type SessionFormat = (typeof sessionFormats)[number]

/** Of a plan, all but its steps. */
export const planFields = {
  title: z.string(),
  /** Unix time in milliseconds; null while it is not known. */
  startsAtMs: z.nullable(z.number()),
  /** IANA name, "Pacific/Fiji": what the start was given in. */
  timeZone: z.string(),
  format: z.enum(sessionFormats),
  meetingUrl: z.nullable(z.string()),
  expectedPeople: z.nullable(z.number()),
}
export const planSchema = z.object({ ...planFields, steps: z.array(stepSchema) })
export type Plan = z.infer<typeof planSchema>

/** The part that ran when time was added or taken: when it began and ends, in milliseconds of the clock that had passed. */
const partSchema = z.optional(z.object({ number: z.number(), startMs: z.number(), endMs: z.number() }))

/** Of the step that runs. `totalMs` is what the bar counts as whole: the step's minutes and what was added. */
export const clockSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ticking'), deadlineMs: z.number(), totalMs: z.number(), part: partSchema }),
  z.object({ state: z.literal('paused'), leftMs: z.number(), totalMs: z.number(), part: partSchema }),
  /** A step of 0 minutes. */
  z.object({ state: z.literal('none') }),
])
export type SessionClock = z.infer<typeof clockSchema>

/** Of a table that has a time of its own in the step that runs, beside the step's. */
export const tableClockSchema = z.object({ zone: z.string(), clock: clockSchema })
export type TableClock = z.infer<typeof tableClockSchema>

/** One stay in a step; going back makes another. */
export const visitSchema = z.object({
  stepId: z.string(),
  enteredAtMs: z.number(),
  /** Null for the one that lasts. */
  leftAtMs: z.nullable(z.number()),
})
export type Visit = z.infer<typeof visitSchema>

/** What the plan said when the session began; ahead and behind are told by it, however the plan changes then. */
export const promiseSchema = z.object({
  startsAtMs: z.number(),
  steps: z.array(z.object({ stepId: z.string(), minutes: z.number() })),
  /** When the days after the first were to begin, once they did; `afterId` is the step that lasted until then. */
  days: z.optional(z.array(z.object({ afterId: z.string(), startsAtMs: z.number() }))),
})
export type Promised = z.infer<typeof promiseSchema>

export const runSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('planned') }),
  z.object({
    status: z.literal('running'),
    startedAtMs: z.number(),
    promised: promiseSchema,
    stepId: z.string(),
    clock: clockSchema,
    visits: z.array(visitSchema),
    /** Who has said "I'm done" in this step: participant ids. */
    done: z.array(z.string()),
    /** They end with the step. */
    tableClocks: z.array(tableClockSchema),
  }),
  z.object({
    status: z.literal('ended'),
    startedAtMs: z.number(),
    promised: promiseSchema,
    endedAtMs: z.number(),
    visits: z.array(visitSchema),
  }),
])
export type SessionRun = z.infer<typeof runSchema>
export type Running = Extract<SessionRun, { status: 'running' }>

/** What facilitators do with everybody's attention, in any step. */
export const attentionSchema = z.object({
  /** The last call to a zone; `number` rises with every one, so that the same zone can be called twice. */
  call: z.nullable(z.object({ number: z.number(), zone: z.string(), byName: z.string() })),
  /** Views are held there until it is null again, or the next step begins. */
  heldZone: z.nullable(z.string()),
  /** Who holds them. */
  heldByName: z._default(z.nullable(z.string()), null),
  /** Only facilitators may write. */
  isFrozen: z.boolean(),
})

/** The session of a board: what is planned, and how far it has come. Changed by `applyCommand` and `people.ts` only. */
export const sessionSchema = z.object({
  id: z.string(),
  boardId: z.string(),
  /** Rises with every change. */
  version: z.number(),
  /** The version at which the plan last changed. */
  planVersion: z.number(),
  /** The version at which the session last came to another step, began or ended. */
  stepVersion: z.number(),
  /** The version at which something about tables last changed. */
  tablesVersion: z.number(),
  /** The version at which a facilitator last said who sits where: those who come and go by themselves do not count. */
  seatingVersion: z.number(),
  plan: planSchema,
  run: runSchema,
  tables: tablePlanSchema,
  /** Participant ids. All facilitators have the controls; the leader is the one whom people look to. */
  leaderId: z.nullable(z.string()),
  deputyId: z.nullable(z.string()),
  /** Whose line was lost while she led: the lead is offered back to her. */
  leadHeldFor: z.nullable(z.string()),
  attention: attentionSchema,
  /** In the order in which they went up. */
  hands: z.array(z.object({ participantId: z.string(), raisedAtMs: z.number() })),
  /** Participant ids of those who may not write until a facilitator lets them. */
  muted: z.array(z.string()),
})
export type Session = z.infer<typeof sessionSchema>

/** Who gives a command, as the server knows it. */
export type Commander = {
  readonly participantId: string
  readonly name: string
  readonly role: z.infer<typeof roleSchema>
}
