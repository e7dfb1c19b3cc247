import type { Session } from '#shared/session/session.ts'
import { viewOf } from '#shared/session/view.ts'
import type { Connection } from './connection.ts'

const utf8 = new TextEncoder()

/**
 * What message 101 says of a session, as JSON without braces. All who may see the same share the same bytes; the plan goes
 * to those who do not have it as it is.
 *
 * @returns the part for a connection; it counts as sent.
 */
export function encodeNews(session: Session | undefined, serverNowMs: number): (connection: Connection) => Uint8Array {
  const shared = new Map<string, Uint8Array>()

  return (connection) => {
    const { participantId, role } = connection.member
    const plan = session && `${session.id} ${session.planVersion} ${role === 'facilitator'}`
    const hasPlan = plan !== undefined && connection.planSeen === plan
    connection.planSeen = plan
    const isMuted = session?.muted.includes(participantId) ?? false
    const audience = `${role === 'facilitator'} ${hasPlan} ${isMuted ? participantId : ''}`
    const known = shared.get(audience)
    if (known) return known
    const view = session && viewOf(session, { participantId, role })
    const told = view && hasPlan ? { ...view, plan: undefined } : (view ?? null)
    const part = utf8.encode(`"session":${JSON.stringify(told)},"serverNowMs":${serverNowMs},`)
    shared.set(audience, part)
    return part
  }
}
