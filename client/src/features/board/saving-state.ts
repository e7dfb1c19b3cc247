import type { ConnectionStatus, LineState, SavingStatus } from '../../sync/board-connection.ts'

/** What the bar says about one's work, worst first. `count` is how many changes wait. */
export type SavingState =
  | { readonly kind: 'connecting' | 'saved' | 'offline' }
  /**
   * `waiting`: on this device since an earlier visit, while the line is being made. `kept`: on this device, without a
   * line. `unkept`: in this tab alone.
   */
  | { readonly kind: 'saving' | 'waiting' | 'kept' | 'unkept' | 'not-saved'; readonly count: number }

export type LineFacts = {
  readonly connection: ConnectionStatus
  readonly saving: SavingStatus
  readonly line: LineState
  /** Whether the device keeps what the server does not have yet. */
  readonly isKept: boolean
}

export function savingState({ connection, saving, line, isKept }: LineFacts): SavingState {
  const count = saving.status === 'saved' ? 0 : saving.unsaved
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

function isWorrying({ kind }: SavingState): boolean {
  return kind === 'offline' || kind === 'kept' || kind === 'unkept' || kind === 'not-saved'
}
