import { describe, expect, test } from 'vitest'
import { DomainError } from '#shared/errors.ts'
import { boardMember } from '../../testing/sync-server.ts'
import type { BoardMember } from '../board/board-member.ts'
import { type Caller, operatorId } from './caller.ts'
import { assertMayInPlace, assertMayOnBoard, type BoardAction, type PlaceAction } from './policy.ts'

const outcome = (act: () => void): string => {
  try {
    act()
    return 'may'
  } catch (error) {
    return error instanceof DomainError ? error.code : 'a bug'
  }
}

function account(role: 'administrator' | 'facilitator'): Caller {
  const someone = {
    id: 'account-1',
    name: 'Ana',
    email: 'a@example.org',
    isDisabled: false,
    createdAtMs: 0,
    lastSeenAtMs: null,
  }
  return { kind: 'account', account: { ...someone, role }, tokenHash: 'x' }
}

const callers = {
  nobody: { kind: 'nobody' },
  guest: { kind: 'guest', guestId: 'guest-1' },
  participant: {
    kind: 'participant',
    participant: {
      id: 'participant-1',
      boardId: 'board-1',
      guestId: 'guest-1',
      inviteId: 'invite-1',
      role: 'facilitator',
      name: 'Sela',
      country: null,
      organisation: null,
      place: null,
      standsFor: 1,
      joinedAtMs: 0,
      removedAtMs: null,
    },
  },
  facilitator: account('facilitator'),
  administrator: account('administrator'),
  operator: { kind: 'operator' },
} as const satisfies Record<string, Caller>

const no = 'not_allowed'
const who = 'not_signed_in'

describe('who may do what in the whole place', () => {
  test.each<[PlaceAction, ...string[]]>([
    // action             nobody guest participant facilitator administrator operator
    ['account.list', who, no, no, no, 'may', 'may'],
    ['account.invite', who, no, no, no, 'may', 'may'],
    ['account.update', who, no, no, no, 'may', 'may'],
    ['account.reset', who, no, no, no, 'may', 'may'],
    ['pilot.list', who, no, no, 'may', 'may', 'may'],
    ['pilot.read', who, no, no, 'may', 'may', 'may'],
    ['pilot.create', who, no, no, 'may', 'may', 'may'],
    ['pilot.update', who, no, no, 'may', 'may', 'may'],
    ['board.create', who, no, no, 'may', 'may', 'may'],
    ['board.list', who, no, no, 'may', 'may', 'may'],
  ])('%s', (action, ...expected) => {
    expect(Object.values(callers).map((caller) => outcome(() => assertMayInPlace(caller, action)))).toEqual(expected)
  })
})

function member(overrides: Partial<BoardMember>): BoardMember {
  return boardMember('participant-1', { role: 'facilitator', inviteId: 'invite-1', ...overrides })
}

const members = {
  viewer: member({ role: 'viewer' }),
  editor: member({ role: 'editor' }),
  table: member({ role: 'table', standsFor: 5 }),
  coFacilitator: member({ role: 'facilitator' }),
  coFacilitatorWithoutInvite: member({ role: 'facilitator', inviteId: null }),
  account: member({ accountId: 'account-1', inviteId: null }),
  operator: member({ participantId: operatorId, inviteId: null }),
}

describe('who may do what on a board', () => {
  test.each<[BoardAction, ...string[]]>([
    // action            viewer editor table co-facilitator (invitation gone) account operator
    ['board.read', 'may', 'may', 'may', 'may', 'may', 'may', 'may'],
    ['board.rename', no, no, no, 'may', 'may', 'may', 'may'],
    ['board.lock-door', no, no, no, 'may', 'may', 'may', 'may'],
    ['board.archive', no, no, no, no, no, 'may', 'may'],
    ['board.delete', no, no, no, no, no, 'may', 'may'],
    ['board.restore', no, no, no, no, no, 'may', 'may'],
    ['invite.create', no, no, no, 'may', 'may', 'may', 'may'],
    ['invite.list', no, no, no, 'may', 'may', 'may', 'may'],
    ['invite.update', no, no, no, 'may', 'may', 'may', 'may'],
    ['session.create', no, no, no, 'may', 'may', 'may', 'may'],
    ['session.read', 'may', 'may', 'may', 'may', 'may', 'may', 'may'],
    ['person.list', no, no, no, 'may', 'may', 'may', 'may'],
    ['person.update-self', 'may', 'may', 'may', 'may', 'may', 'may', 'may'],
    ['person.update', no, no, no, 'may', 'may', 'may', 'may'],
    ['person.remove', no, no, no, 'may', 'may', 'may', 'may'],
    ['vote.run', no, no, no, 'may', 'may', 'may', 'may'],
    ['vote.read', 'may', 'may', 'may', 'may', 'may', 'may', 'may'],
    ['vote.cast', no, 'may', 'may', 'may', 'may', 'may', 'may'],
    ['file.read', 'may', 'may', 'may', 'may', 'may', 'may', 'may'],
    ['file.upload', no, 'may', 'may', 'may', 'may', 'may', 'may'],
    ['layer.read', no, 'may', 'may', 'may', 'may', 'may', 'may'],
    ['layer.reveal', no, 'may', 'may', 'may', 'may', 'may', 'may'],
  ])('%s', (action, ...expected) => {
    expect(Object.values(members).map((one) => outcome(() => assertMayOnBoard(one, action)))).toEqual(expected)
  })
})
