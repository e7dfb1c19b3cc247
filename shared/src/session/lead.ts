import type { SessionCommand } from './commands.ts'
import type { Session } from './session.ts'

type LeadCommand = Extract<SessionCommand, { type: 'hand_over' | 'name_deputy' }>

/** Whether somebody is a facilitator of the board is known to the caller, and checked there. */
export function changeLead(session: Session, command: LeadCommand): Session {
  const { leaderId, deputyId, leadHeldFor } = session
  if (command.type === 'name_deputy') {
    const named = command.participantId
    return named === deputyId || (named !== null && named === leaderId) ? session : { ...session, deputyId: named }
  }
  const next = command.participantId
  if (next === leaderId) return leadHeldFor === null ? session : { ...session, leadHeldFor: null }
  // Who was to stand in for the leader now is one: the leader of before stands in for her.
  return { ...session, leaderId: next, leadHeldFor: null, deputyId: deputyId === next ? leaderId : deputyId }
}

/**
 * The leader's line is lost: her deputy leads, and the lead is kept for her.
 *
 * @returns undefined where nobody is there to take it.
 */
export function passToDeputy(session: Session): Session | undefined {
  const { leaderId, deputyId, run } = session
  if (run.status !== 'running' || leaderId === null || deputyId === null) return undefined
  return { ...session, version: session.version + 1, leaderId: deputyId, deputyId: leaderId, leadHeldFor: leaderId }
}
