import { expect, test } from 'vitest'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { closedKindOf, closedKindOfEnd, type LastEnd } from './closed-kind.ts'

test('a board that may be there in a moment is not called closed', () => {
  for (const code of ['network', 'not_ready', 'internal', 'too_many_requests'] as const) {
    expect(closedKindOf(code)).toBeUndefined()
  }
})

test('the server’s refusals and its final words lead to the same pages', () => {
  expect(closedKindOf('board_deleted')).toBe(closedKindOfEnd('deleted'))
  expect(closedKindOf('board_not_found')).toBe(closedKindOfEnd('board_not_found'))
  expect(closedKindOf('not_a_member')).toBe(closedKindOfEnd('not_a_member'))
  expect(closedKindOf('not_signed_in')).toBe(closedKindOfEnd('not_signed_in'))
  expect(closedKindOf('door_locked')).toBe(closedKindOfEnd('door_locked'))
  expect(closedKindOf('removed_from_board')).toBe(closedKindOfEnd('removed'))
})

test('every final close code of the protocol has a page of its own, but for a restored board, which is opened anew', () => {
  const final = Object.entries(closeCodes).filter(([kind, { code }]) => code < 4_500 && kind !== 'freshDocumentNeeded')
  const kinds = final.map(([kind]) => closedKindOfEnd(kind as LastEnd))
  expect(new Set(kinds).size).toBe(final.length)
})
