import type { ConnectionStatus, LineState, SavingStatus } from '../../sync/board-connection.ts'

/** What the bar says about one's work. `count` is how many changes wait. */
export type SavingState =
  | { readonly kind: 'connecting' | 'saved' }
  /** `waiting`: on this device since an earlier visit, while the line is being made. */
  | { readonly kind: 'saving' | 'waiting'; readonly count: number }
  | WorryingState

/** What is not on the server, and does not get there. `not-saved`: its store takes nothing. */
export type WorryingState = OfflineState | { readonly kind: 'not-saved'; readonly count: number }

/** Without a line. `kept`: what was written is on this device. `unkept`: it is in this tab alone. */
export type OfflineState = { readonly kind: 'offline' } | { readonly kind: 'kept' | 'unkept'; readonly count: number }

export function isOffline(state: SavingState): state is OfflineState {
  return state.kind === 'offline' || state.kind === 'kept' || state.kind === 'unkept'
}

export type LineFacts = {
  readonly connection: ConnectionStatus
  readonly saving: SavingStatus
  readonly line: LineState
  /** Whether the device keeps what the server does not have yet. */
  readonly isKept: boolean
  /** How many pictures the server does not have yet. */
  readonly pictures: number
}

export function savingState({ connection, saving, line, isKept, pictures }: LineFacts): SavingState {
  const count = (saving.status === 'saved' ? 0 : saving.unsaved) + pictures
  if (saving.status === 'not-saved') return { kind: 'not-saved', count }
  if (connection.status === 'connecting') return count > 0 ? { kind: 'waiting', count } : { kind: 'connecting' }
  // A line that nothing comes through is none, long before it is closed.
  if (connection.status === 'offline' || saving.status === 'offline' || line.quality === 'silent') {
    return count > 0 ? { kind: isKept ? 'kept' : 'unkept', count } : { kind: 'offline' }
  }
  return count > 0 ? { kind: 'saving', count } : { kind: 'saved' }
}

/**
 * A screen reader is told when one's work is in danger and when it is safe again, and not of every stroke between.
 *
 * @param told - What it was told last.
 */
export function isWorthSaying(told: SavingState, state: SavingState): boolean {
  if (isWorrying(state)) return told.kind !== state.kind
  return state.kind === 'saved' && isWorrying(told)
}

export function isWorrying(state: SavingState): state is WorryingState {
  return isOffline(state) || state.kind === 'not-saved'
}
