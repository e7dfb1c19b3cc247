import type { ConnectionStatus, SavingStatus } from '../../sync/board-connection.ts'

/** What the bar says about one's work, worst first. `count` is how many changes wait. */
export type SavingState =
  | { readonly kind: 'connecting' | 'saved' | 'offline' }
  | { readonly kind: 'saving' | 'offline-unsaved' | 'not-saved'; readonly count: number }

export function savingState(connection: ConnectionStatus, saving: SavingStatus): SavingState {
  const count = saving.status === 'saved' ? 0 : saving.unsaved
  if (saving.status === 'not-saved') return { kind: 'not-saved', count }
  if (connection.status === 'offline' || saving.status === 'offline') {
    return count > 0 ? { kind: 'offline-unsaved', count } : { kind: 'offline' }
  }
  if (count > 0) return { kind: 'saving', count }
  return { kind: connection.status === 'connecting' ? 'connecting' : 'saved' }
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
  return kind === 'offline' || kind === 'offline-unsaved' || kind === 'not-saved'
}
