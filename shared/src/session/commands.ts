import type { Plan, Step } from './session.ts'

/** What may be said to a session. The words are those of the HTTP contract. */
export type SessionCommand =
  // Preparing.
  | { readonly type: 'update_plan'; readonly changes: Partial<Omit<Plan, 'steps'>> }
  | { readonly type: 'add_step'; readonly step: Omit<Step, 'id'>; readonly afterId: string | null }
  | { readonly type: 'update_step'; readonly stepId: string; readonly changes: Partial<Omit<Step, 'id'>> }
  | { readonly type: 'move_step'; readonly stepId: string; readonly afterId: string | null }
  | { readonly type: 'copy_step'; readonly stepId: string }
  | { readonly type: 'remove_step'; readonly stepId: string }
  /** Shortens what is still to come, so that the session ends as planned. */
  | { readonly type: 'fit_to_end' }
  // Running.
  | { readonly type: 'start' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'add_minutes'; readonly minutes: number }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'jump'; readonly stepId: string }
  | { readonly type: 'end' }
  // Who leads.
  | { readonly type: 'hand_over'; readonly participantId: string }
  | { readonly type: 'name_deputy'; readonly participantId: string | null }
  // Attention.
  | { readonly type: 'call_to_zone'; readonly zone: string }
  | { readonly type: 'hold_view'; readonly zone: string | null }
  | { readonly type: 'freeze'; readonly isFrozen: boolean }
  | { readonly type: 'mute'; readonly participantId: string; readonly isMuted: boolean }
  // Hands, and being done. Everybody may, for herself.
  | { readonly type: 'raise_hand' }
  | { readonly type: 'lower_hand'; readonly participantId: string }
  | { readonly type: 'lower_all_hands' }
  | { readonly type: 'say_done'; readonly isDone: boolean }

export type SessionCommandType = SessionCommand['type']
