import { z } from 'zod/mini'
import type { Role } from '../protocol/messages.ts'
import { modeRules, stepModes } from './modes.ts'
import { type Plan, planSchema, type Session, type SessionRun, sessionSchema } from './session.ts'
import { tablesFor } from './tables/rounds.ts'
import { tablePlanSchema } from './tables/table-plan.ts'

/** A session as one person may see it. */
export const sessionViewSchema = z.extend(sessionSchema, {
  /** What the running step really is; null when none runs. Tell people this, not the step's own mode. */
  runsAs: z.nullable(z.enum(stepModes)),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** As message 101 has it: without the plan and the tables where this recipient has those of that version. */
export const sessionNewsSchema = z.extend(sessionViewSchema, {
  plan: z.optional(planSchema),
  tables: z.optional(tablePlanSchema),
})
export type SessionNews = z.infer<typeof sessionNewsSchema>

/**
 * Notes for facilitators, and how far ahead of its plan a session is, are told to facilitators only. Of those who are
 * muted everybody else learns about herself, and of the tables about her own.
 */
export function viewOf(
  session: Session,
  { participantId, role }: { readonly participantId: string; readonly role: Role },
): SessionView {
  const seen = { ...session, runsAs: runsAs(session) }
  if (role === 'facilitator') return seen
  return {
    ...seen,
    plan: planWithoutNotes(session.plan),
    run: runWithoutPast(session),
    muted: session.muted.filter((id) => id === participantId),
    tables: tablesFor(session.tables, participantId),
  }
}

/** The session after what was heard of it; undefined when the plan or the tables that it is about are missing: ask for the whole. */
export function viewAfter(
  before: SessionView | undefined,
  { plan, tables, ...news }: SessionNews,
): SessionView | undefined {
  const known = before?.id === news.id ? before : undefined
  const itsPlan = plan ?? (known?.planVersion === news.planVersion ? known.plan : undefined)
  const itsTables = tables ?? (known?.tablesVersion === news.tablesVersion ? known.tables : undefined)
  return itsPlan && itsTables && { ...news, plan: itsPlan, tables: itsTables }
}

function runsAs({ plan, run }: Session): SessionView['runsAs'] {
  const step = run.status === 'running' ? plan.steps.find(({ id }) => id === run.stepId) : undefined
  return step ? modeRules[step.mode].runsAs : null
}

function planWithoutNotes(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, notes: { en: '' } })) }
}

/** Of where people have been, all that tells whether what is not shown yet will be shown with a name: see `isAloneAnonymous`. */
function runWithoutPast({ plan, run }: Pick<Session, 'plan' | 'run'>): SessionRun {
  if (run.status === 'planned') return run
  const alone = new Set(plan.steps.flatMap(({ id, mode }) => (mode === 'private' ? [id] : [])))
  const [last, lastAlone] = [run.visits.at(-1), run.visits.findLast(({ stepId }) => alone.has(stepId))]
  const visits = run.visits.filter((visit) => visit === last || visit === lastAlone)
  return { ...run, visits, promised: { ...run.promised, steps: [] } }
}
