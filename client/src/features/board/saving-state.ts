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

/** A screen reader is told when one's work is in danger and when it is safe again, and not of every stroke between. */
export function isWorthSaying(before: SavingState, after: SavingState): boolean {
  return isWorrying(before) !== isWorrying(after) || (isWorrying(after) && before.kind !== after.kind)
}

function isWorrying({ kind }: SavingState): boolean {
  return kind === 'offline' || kind === 'offline-unsaved' || kind === 'not-saved'
}
