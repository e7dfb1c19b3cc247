import type { Role } from '#shared/protocol/messages.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'

/** Whether the board would take it from this person now; what it would not is not offered. */
export function mayPutBack({ shape, reason }: AsideItem, role: Role): boolean {
  if (role === 'viewer') return false
  return role === 'facilitator' || (reason !== 'template_layer' && shape.record.type !== 'zone')
}
