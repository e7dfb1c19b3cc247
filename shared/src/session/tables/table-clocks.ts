import type { ErrorCode } from '../../errors.ts'
import { isWholeMinutes, maxStepMs } from '../bounds.ts'
import { addToClock, pauseClock, resumeClock, startClock, timeLeftMs } from '../clock.ts'
import type { SessionCommand } from '../commands.ts'
import type { Commander, Session, SessionClock } from '../session.ts'
import { hostOf } from './rounds.ts'

export type TableClockCommand = Extract<
  SessionCommand,
  {
    type: 'start_table_clock' | 'pause_table_clock' | 'resume_table_clock' | 'add_table_minutes' | 'stop_table_clock'
  }
>

/** A table's time of its own: a facilitator's, or that of who stays at the table. */
export function changeTableClock(
  session: Session,
  command: TableClockCommand,
  { nowMs, by }: { readonly nowMs: number; readonly by: Commander },
): Session | ErrorCode {
  const { plan, run, tables } = session
  if (run.status !== 'running') return 'session_not_running'
  const step = plan.steps.find(({ id }) => id === run.stepId)
  if (step?.mode !== 'tables' || !step.zones.includes(command.zone)) return 'unknown_table'
  if (by.role !== 'facilitator' && hostOf(tables, command.zone) !== by.participantId) return 'not_allowed'
  const before = run.tableClocks.find(({ zone }) => zone === command.zone)?.clock
  const after = nextClock(before, command, nowMs)
  if (typeof after === 'string') return after
  if (after === before) return session
  const others = run.tableClocks.filter(({ zone }) => zone !== command.zone)
  const clocks = after ? [...others, { zone: command.zone, clock: after }] : others
  return { ...session, run: { ...run, tableClocks: clocks } }
}

function nextClock(
  clock: SessionClock | undefined,
  command: TableClockCommand,
  nowMs: number,
): SessionClock | undefined | ErrorCode {
  switch (command.type) {
    case 'start_table_clock':
      if (!isWholeMinutes(command.minutes) || command.minutes < 1) return 'step_too_long'
      return startClock(command.minutes, nowMs)
    case 'pause_table_clock':
      return clock && pauseClock(clock, nowMs)
    case 'resume_table_clock':
      return clock && resumeClock(clock, nowMs)
    case 'add_table_minutes': {
      if (!isWholeMinutes(command.minutes)) return 'step_too_long'
      const next = addToClock(clock ?? { state: 'none' }, command.minutes, nowMs)
      if ((timeLeftMs(next, nowMs) ?? 0) > maxStepMs) return 'step_too_long'
      return next.state === 'none' ? clock : next
    }
    case 'stop_table_clock':
      return undefined
  }
}
