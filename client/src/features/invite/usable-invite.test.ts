import { expect, test } from 'vitest'
import type { Invite } from '#shared/http/invites.ts'
import { usableInvite } from './usable-invite.ts'

const nowMs = 1_000

function invite(changes: Partial<Invite>): Invite {
  return {
    id: 'i1',
    boardId: 'b1',
    role: 'editor',
    code: 'ABC234',
    url: 'http://localhost/join/x',
    isSwitchedOff: false,
    expiresAtMs: null,
    createdAtMs: 0,
    joinedCount: 0,
    ...changes,
  }
}

test('an invitation that lets nobody in is not shown to be given away', () => {
  const invites = [invite({ id: 'off', isSwitchedOff: true }), invite({ id: 'past', expiresAtMs: nowMs })]
  expect(usableInvite(invites, 'editor', nowMs)).toBeUndefined()
})

test('each role has its own', () => {
  const invites = [invite({ id: 'viewers', role: 'viewer' }), invite({ id: 'editors', expiresAtMs: nowMs + 1 })]
  expect(usableInvite(invites, 'editor', nowMs)?.id).toBe('editors')
  expect(usableInvite(invites, 'facilitator', nowMs)).toBeUndefined()
})
