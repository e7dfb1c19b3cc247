import { modeRules } from '#shared/session/modes.ts'
import type { Commander } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import { writeRuleOf } from '#shared/session/write-rule.ts'
import { stepPlace } from './step-place.ts'

/** The one thing that a person should know now, in a line under the bar. */
export type StripKind =
  /** She stands in for somebody whose line was lost. */
  | { readonly kind: 'leads-for'; readonly participantId: string }
  /** Somebody stands in for her. */
  | { readonly kind: 'is-led'; readonly participantId: string }
  /** For facilitators, who can let go of it. `byName`: of another one who holds it. */
  | { readonly kind: 'holds'; readonly zone: string; readonly byName: string | undefined }
  | { readonly kind: 'freezes' }
  | { readonly kind: 'held'; readonly byName: string | undefined }
  | { readonly kind: 'muted' }
  | { readonly kind: 'frozen' }
  /** `canNext`: in the next step she may write. */
  | { readonly kind: 'looks-on'; readonly mode: 'brief' | 'vote' | 'present'; readonly canNext: boolean }

export function stripKind(session: SessionView, self: Commander): StripKind | undefined {
  const { attention, leadHeldFor, leaderId, run } = session
  if (run.status !== 'running') return undefined
  if (self.role === 'facilitator') {
    if (leadHeldFor !== null && leaderId === self.participantId) {
      return { kind: 'leads-for', participantId: leadHeldFor }
    }
    if (leadHeldFor === self.participantId && leaderId !== null) return { kind: 'is-led', participantId: leaderId }
    if (attention.heldZone !== null) {
      const { heldZone: zone, heldByName } = attention
      return { kind: 'holds', zone, byName: heldByName === self.name ? undefined : (heldByName ?? undefined) }
    }
    return attention.isFrozen ? { kind: 'freezes' } : undefined
  }
  if (attention.heldZone !== null) return { kind: 'held', byName: attention.heldByName ?? undefined }
  const rule = writeRuleOf(session, self)
  // A viewer never writes: the bar says so.
  if (rule.place !== 'nowhere' || self.role === 'viewer') return undefined
  // She writes all the same, where nobody sees it.
  if (rule.reason === 'alone') return undefined
  if (rule.reason !== 'mode') return { kind: rule.reason }
  const place = stepPlace(session)
  if (!place || (place.mode !== 'brief' && place.mode !== 'vote' && place.mode !== 'present')) return undefined
  const next = place.next && modeRules[modeRules[place.next.mode].runsAs]
  return { kind: 'looks-on', mode: place.mode, canNext: next !== undefined && next.writing !== 'nowhere' }
}
