import type { ErrorCode } from '../errors.ts'
import { changeAttention } from './attention.ts'
import { isWholeMinutes, maxStepMs } from './bounds.ts'
import { changePlan } from './change-plan.ts'
import { addToClock, pauseClock, resumeClock, timeLeftMs } from './clock.ts'
import type { SessionCommand } from './commands.ts'
import { changeLead } from './lead.ts'
import { endSession, enterStep, startSession } from './move-on.ts'
import { stretchPart } from './parts.ts'
import { mayCommand } from './rights.ts'
import type { Commander, Running, Session, SessionClock } from './session.ts'
import { changeTables } from './tables/change-tables.ts'
import { fitTables } from './tables/fit-tables.ts'
import { changeTableClock } from './tables/table-clocks.ts'

export type CommandContext = {
  /** Unix time in milliseconds. The caller owns the clock. */
  readonly nowMs: number
  readonly by: Commander
  readonly newId: () => string
}

/** The argument is left as it was; it comes back itself when there was nothing to change. */
export type Applied =
  | { readonly status: 'applied'; readonly session: Session }
  | { readonly status: 'refused'; readonly code: ErrorCode }

/** All that a session can become by what people say. */
export function applyCommand(session: Session, command: SessionCommand, context: CommandContext): Applied {
  if (!mayCommand(context.by, command)) return { status: 'refused', code: 'not_allowed' }
  if (session.run.status === 'ended') return { status: 'refused', code: 'session_over' }
  const next = change(session, command, context)
  if (typeof next === 'string') return { status: 'refused', code: next }
  return { status: 'applied', session: next === session ? session : withVersions(session, next) }
}

/**
 * Whether a command would do something else than its sender meant, who saw the session as of `seenVersion`. A hand that
 * went up meanwhile is no matter for "next"; another step is.
 */
export function isStale(session: Session, command: SessionCommand, seenVersion: number): boolean {
  if (seenVersion > session.version) return true
  switch (command.type) {
    case 'next':
    case 'back':
    case 'jump':
      return seenVersion < Math.max(session.stepVersion, session.planVersion)
    case 'update_plan':
    case 'add_step':
    case 'update_step':
    case 'move_step':
    case 'copy_step':
    case 'remove_step':
      return seenVersion < session.planVersion
    case 'fit_to_end':
      return seenVersion < Math.max(session.stepVersion, session.planVersion)
    case 'plan_tables':
      return seenVersion < Math.max(session.stepVersion, session.planVersion, session.seatingVersion)
    // "Done" and "+5" were said of a step: of the next one nobody meant them.
    case 'say_done':
    case 'add_minutes':
    case 'start_table_clock':
    case 'add_table_minutes':
      return seenVersion < session.stepVersion
    default:
      return false
  }
}

function change(session: Session, command: SessionCommand, context: CommandContext): Session | ErrorCode {
  switch (command.type) {
    case 'update_plan':
    case 'add_step':
    case 'update_step':
    case 'move_step':
    case 'copy_step':
    case 'remove_step':
    case 'fit_to_end': {
      const plan = changePlan(session, command, context)
      if (typeof plan === 'string') return plan
      return isSameJson(plan, session.plan) ? session : fitTables({ ...session, plan })
    }
    case 'start':
      return startSession(session, context)
    case 'end':
      return endSession(session, context.nowMs)
    case 'next':
    case 'back':
    case 'jump':
      return goTo(session, command, context.nowMs)
    case 'pause':
      return changeClock(session, (clock) => pauseClock(clock, context.nowMs))
    case 'resume':
      return changeClock(session, (clock) => resumeClock(clock, context.nowMs))
    case 'add_minutes': {
      if (!isWholeMinutes(command.minutes)) return 'step_too_long'
      return changeClock(session, (clock) => {
        const next = addToClock(clock, command.minutes, context.nowMs)
        if ((timeLeftMs(next, context.nowMs) ?? 0) > maxStepMs) return 'step_too_long'
        return stretchPart(clock, next, partsOf(session), context.nowMs)
      })
    }
    case 'hand_over':
    case 'name_deputy':
      return changeLead(session, command)
    case 'plan_tables':
    case 'seat_person':
    case 'unseat_person':
    case 'name_host':
      return changeTables(session, command)
    case 'start_table_clock':
    case 'pause_table_clock':
    case 'resume_table_clock':
    case 'add_table_minutes':
    case 'stop_table_clock':
      return changeTableClock(session, command, context)
    case 'call_to_zone':
    case 'hold_view':
    case 'freeze':
    case 'mute':
    case 'raise_hand':
    case 'lower_hand':
    case 'lower_all_hands':
    case 'say_done':
      return changeAttention(session, command, context)
  }
}

/** Of the step that runs. */
function partsOf({ plan, run }: Session): number {
  return (run.status === 'running' && plan.steps.find(({ id }) => id === run.stepId)?.parts) || 1
}

function goTo(
  session: Session,
  command: Extract<SessionCommand, { type: 'next' | 'back' | 'jump' }>,
  nowMs: number,
): Session | ErrorCode {
  const { run, plan } = session
  if (run.status !== 'running') return 'session_not_running'
  const at = plan.steps.findIndex(({ id }) => id === run.stepId)
  switch (command.type) {
    case 'next': {
      const next = plan.steps[at + 1]
      return next ? enterStep(session, run, next, nowMs) : 'no_later_step'
    }
    case 'back': {
      const before = plan.steps[at - 1]
      return before ? enterStep(session, run, before, nowMs) : 'no_earlier_step'
    }
    case 'jump': {
      const step = plan.steps.find(({ id }) => id === command.stepId)
      if (!step) return 'unknown_step'
      return step.id === run.stepId ? session : enterStep(session, run, step, nowMs)
    }
  }
}

function changeClock(session: Session, next: (clock: SessionClock) => SessionClock | ErrorCode): Session | ErrorCode {
  const { run } = session
  if (run.status !== 'running') return 'session_not_running'
  const clock = next(run.clock)
  if (typeof clock === 'string') return clock
  return clock === run.clock ? session : { ...session, run: { ...run, clock } satisfies Running }
}

function withVersions(before: Session, after: Session): Session {
  const version = before.version + 1
  const stepOf = ({ run }: Session) => (run.status === 'running' ? run.visits.at(-1) : undefined)
  const isOtherStep = before.run.status !== after.run.status || stepOf(before) !== stepOf(after)
  return {
    ...after,
    version,
    planVersion: after.plan === before.plan ? before.planVersion : version,
    tablesVersion: after.tables === before.tables ? before.tablesVersion : version,
    seatingVersion: after.tables === before.tables ? before.seatingVersion : version,
    stepVersion: isOtherStep ? version : before.stepVersion,
  }
}

/** Plans are plain values that came from JSON. */
function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
