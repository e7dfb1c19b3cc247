import type { Session } from '#shared/session/session.ts'
import { tablesFor } from '#shared/session/tables/rounds.ts'
import { viewOf } from '#shared/session/view.ts'
import type { Connection } from './connection.ts'

const utf8 = new TextEncoder()

/**
 * What message 101 says of a session, as JSON without braces. All who may see the same share the same text; the plan and
 * the tables go to those who do not have them as they are.
 *
 * @returns the part for a connection; it counts as sent.
 */
export function encodeNews(session: Session | undefined, serverNowMs: number): (connection: Connection) => Uint8Array {
  const shared = new Map<string, string>()
  const parts = new Map<string, Uint8Array>()
  const time = `"serverNowMs":${serverNowMs},`
  if (!session) {
    const none = utf8.encode(`"session":null,${time}`)
    return (connection) => {
      connection.planSeen = undefined
      connection.tablesSeen = undefined
      return none
    }
  }

  const textFor = (audience: string, viewer: Connection['member'], hasPlan: boolean): string => {
    const known = shared.get(audience)
    if (known) return known
    const { tables: _tables, plan, ...view } = viewOf(session, viewer)
    // Open at its end, for the tables.
    const text = JSON.stringify(hasPlan ? view : { ...view, plan }).slice(0, -1)
    shared.set(audience, text)
    return text
  }

  return (connection) => {
    const { member } = connection
    const { participantId, role } = member
    const isFacilitator = role === 'facilitator'
    const plan = `${session.id} ${session.planVersion} ${isFacilitator}`
    const tables = `${session.id} ${session.tablesVersion} ${isFacilitator}`
    const [hasPlan, hasTables] = [connection.planSeen === plan, connection.tablesSeen === tables]
    connection.planSeen = plan
    connection.tablesSeen = tables
    const audience = `${isFacilitator} ${hasPlan} ${session.muted.includes(participantId) ? participantId : ''}`
    const isOwn = !isFacilitator && !hasTables
    const known = parts.get(`${audience} ${hasTables} ${isOwn ? participantId : ''}`)
    if (known) return known
    const own = hasTables
      ? ''
      : `,"tables":${JSON.stringify(isFacilitator ? session.tables : tablesFor(session.tables, participantId))}`
    const part = utf8.encode(`"session":${textFor(audience, member, hasPlan)}${own}},${time}`)
    parts.set(`${audience} ${hasTables} ${isOwn ? participantId : ''}`, part)
    return part
  }
}
