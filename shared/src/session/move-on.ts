import type { ErrorCode } from '../errors.ts'
import { maxVisits } from './bounds.ts'
import { startClock } from './clock.ts'
import { changeLead } from './lead.ts'
import { promise, promiseDay } from './promise.ts'
import type { Commander, Running, Session, Step, Visit } from './session.ts'

/** Whoever starts it leads it: who planned it may be somewhere else by then. */
export function startSession(
  session: Session,
  { nowMs, by }: { readonly nowMs: number; readonly by: Commander },
): Session | ErrorCode {
  const [first] = session.plan.steps
  if (session.run.status !== 'planned') return 'session_running'
  if (!first) return 'no_steps'
  return {
    ...changeLead(session, { type: 'hand_over', participantId: by.participantId }),
    run: {
      status: 'running',
      startedAtMs: nowMs,
      promised: promise(session.plan, nowMs),
      ...stayIn(first, [], nowMs),
    },
  }
}

/** Nothing that was written or done in the step before is touched: going back finds it as it was. */
export function enterStep(session: Session, run: Running, step: Step, nowMs: number): Session {
  const promised = promiseDay(session.plan, run, step.id, nowMs)
  return {
    ...session,
    attention: { ...session.attention, heldZone: null, heldByName: null },
    run: { ...run, promised, ...stayIn(step, leave(run.visits, nowMs), nowMs) },
  }
}

/** What held people back is over with it. */
export function endSession(session: Session, nowMs: number): Session | ErrorCode {
  const { run } = session
  if (run.status !== 'running') return 'session_not_running'
  const { startedAtMs, promised } = run
  const visits = leave(run.visits, nowMs)
  return {
    ...session,
    attention: { ...session.attention, heldZone: null, heldByName: null, isFrozen: false },
    hands: [],
    run: { status: 'ended', startedAtMs, promised, endedAtMs: visits.at(-1)?.leftAtMs ?? nowMs, visits },
  }
}

function stayIn(
  step: Step,
  visits: readonly Visit[],
  nowMs: number,
): Pick<Running, 'stepId' | 'clock' | 'visits' | 'done' | 'tableClocks'> {
  const enteredAtMs = Math.max(nowMs, visits.at(-1)?.leftAtMs ?? 0)
  return {
    stepId: step.id,
    clock: startClock(step.minutes, nowMs),
    visits: [...visits, { stepId: step.id, enteredAtMs, leftAtMs: null }].slice(-maxVisits),
    done: [],
    tableClocks: [],
  }
}

/** A clock that somebody sets back must not make a step end before it began. */
function leave(visits: readonly Visit[], nowMs: number): Visit[] {
  return visits.map((visit) =>
    visit.leftAtMs === null ? { ...visit, leftAtMs: Math.max(nowMs, visit.enteredAtMs) } : visit,
  )
}
