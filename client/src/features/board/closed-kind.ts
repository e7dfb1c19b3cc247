import type { ProblemCode } from '../../api/problem-error.ts'
import type { ConnectionStatus } from '../../sync/board-connection.ts'

/** What a page is shown for; a restored board is opened anew instead. */
export type LastEnd = Exclude<Extract<ConnectionStatus, { status: 'closed' }>['kind'], 'freshDocumentNeeded'>

/** Why a board is not shown, as far as it makes a difference to what the person can do next. */
export type ClosedKind =
  | 'not-found'
  | 'deleted'
  | 'removed'
  | 'no-access'
  | 'not-a-member'
  | 'not-signed-in'
  | 'door-locked'
  | 'too-large'
  | 'broken'

/** @returns Nothing for what may be gone in a moment. */
export function closedKindOf(code: ProblemCode): ClosedKind | undefined {
  switch (code) {
    case 'board_not_found':
    case 'not_found':
    case 'invalid_input':
      return 'not-found'
    case 'board_deleted':
      return 'deleted'
    case 'not_a_member':
    case 'not_allowed':
      return 'not-a-member'
    case 'not_signed_in':
      return 'not-signed-in'
    case 'door_locked':
      return 'door-locked'
    case 'removed_from_board':
      return 'removed'
    default:
      return undefined
  }
}

export function closedKindOfEnd(end: LastEnd): ClosedKind {
  switch (end) {
    case 'board_not_found':
      return 'not-found'
    case 'deleted':
      return 'deleted'
    case 'removed':
      return 'removed'
    case 'noAccess':
      return 'no-access'
    case 'not_a_member':
      return 'not-a-member'
    case 'not_signed_in':
      return 'not-signed-in'
    case 'door_locked':
      return 'door-locked'
    case 'tooLarge':
      return 'too-large'
    default:
      return 'broken'
  }
}
