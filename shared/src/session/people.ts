import type { Session } from './session.ts'
import { withoutSeats } from './tables/change-tables.ts'

/** Somebody is no facilitator any more: she neither leads nor stands in. */
export function withoutLead(session: Session, participantId: string): Session {
  const { leaderId, deputyId, leadHeldFor } = session
  if (![leaderId, deputyId, leadHeldFor].includes(participantId)) return session
  const leads = leaderId === participantId
  return {
    ...session,
    version: session.version + 1,
    leaderId: leads ? deputyId : leaderId,
    deputyId: leads || deputyId === participantId ? null : deputyId,
    leadHeldFor: null,
  }
}

/** Somebody was sent away from the board. What she wrote stays. */
export function withoutPerson(session: Session, participantId: string): Session {
  const { run } = session
  const isOther = (id: string) => id !== participantId
  const led = withoutLead(session, participantId)
  const isHandUp = session.hands.some((hand) => hand.participantId === participantId)
  const isDone = run.status === 'running' && run.done.includes(participantId)
  const unseated = withoutSeats(session, participantId)
  const tables = unseated.standing.includes(participantId)
    ? { ...unseated, standing: unseated.standing.filter(isOther) }
    : unseated
  const isSeated = tables !== session.tables
  if (led === session && !isHandUp && !isDone && !isSeated && !session.muted.includes(participantId)) return session
  const version = session.version + 1
  return {
    ...led,
    version,
    tables,
    tablesVersion: isSeated ? version : session.tablesVersion,
    hands: session.hands.filter((hand) => isOther(hand.participantId)),
    muted: session.muted.filter(isOther),
    run: run.status === 'running' ? { ...run, done: run.done.filter(isOther) } : run,
  }
}
