import type { ProblemCode } from '../../api/problem-error.ts'

/** What a person can do about a refused code: type another one, wait and try the same, or ask whoever invited her. */
export type JoinWayOut = 'type-again' | 'try-again' | 'ask'

export function joinWayOut(code: ProblemCode): JoinWayOut {
  switch (code) {
    case 'unknown_code':
    case 'invalid_input':
    case 'not_found':
      return 'type-again'
    case 'invite_expired':
    case 'invite_switched_off':
    case 'board_deleted':
    case 'board_not_found':
      return 'ask'
    default:
      return 'try-again'
  }
}
