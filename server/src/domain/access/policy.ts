import { DomainError } from '#shared/errors.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { BoardMember } from '../board/board-member.ts'
import { type Caller, operatorId } from './caller.ts'

/** What is done with the whole place, by account. */
export type PlaceAction =
  | 'account.list'
  | 'account.invite'
  | 'account.update'
  | 'account.reset'
  | 'pilot.list'
  | 'pilot.read'
  | 'pilot.create'
  | 'pilot.update'
  | 'board.create'
  | 'template.create'
  | 'template.read'
  | 'template.update'
  | 'board.list'

const administratorsOnly: ReadonlySet<PlaceAction> = new Set([
  'account.list',
  'account.invite',
  'account.update',
  'account.reset',
])

/** @throws {DomainError} `not_signed_in` to nobody, `not_allowed` to somebody without the right */
export function assertMayInPlace(caller: Caller, action: PlaceAction): void {
  if (caller.kind === 'nobody') throw new DomainError('not_signed_in')
  if (caller.kind === 'operator') return
  if (caller.kind !== 'account') throw new DomainError('not_allowed')
  if (administratorsOnly.has(action) && caller.account.role !== 'administrator') throw new DomainError('not_allowed')
}

/** What is done with one board, by its members. */
export type BoardAction =
  | 'board.read'
  | 'board.export'
  | 'board.save-as-template'
  | 'board.rename'
  | 'board.lock-door'
  | 'board.archive'
  | 'board.delete'
  | 'board.restore'
  | 'checkpoint.list'
  | 'checkpoint.read'
  | 'checkpoint.save'
  | 'checkpoint.restore'
  | 'checkpoint.delete'
  | 'invite.create'
  | 'invite.list'
  | 'invite.update'
  | 'session.create'
  | 'session.read'
  | 'person.list'
  | 'person.update-self'
  | 'person.update'
  | 'person.remove'
  | 'vote.run'
  | 'vote.read'
  | 'vote.cast'
  | 'file.read'
  | 'file.upload'
  | 'layer.read'
  | 'layer.reveal'
  | 'feed.receive'

const facilitators: readonly Role[] = ['facilitator']
const everyone: readonly Role[] = ['facilitator', 'editor', 'table', 'viewer']
/** A table's device does what the people at it would do with their own. */
const writers: readonly Role[] = ['facilitator', 'editor', 'table']

const rolesFor: Readonly<Record<BoardAction, readonly Role[]>> = {
  'board.read': everyone,
  'board.export': facilitators,
  'board.save-as-template': facilitators,
  'board.rename': facilitators,
  'board.lock-door': facilitators,
  'board.archive': facilitators,
  'board.delete': facilitators,
  'board.restore': facilitators,
  'checkpoint.list': facilitators,
  'checkpoint.read': facilitators,
  'checkpoint.save': facilitators,
  'checkpoint.restore': facilitators,
  'checkpoint.delete': facilitators,
  'invite.create': facilitators,
  'invite.list': facilitators,
  'invite.update': facilitators,
  'session.create': facilitators,
  // What may be said to it is told by `commandRights`.
  'session.read': everyone,
  'person.list': facilitators,
  'person.update-self': everyone,
  'person.update': facilitators,
  'person.remove': facilitators,
  'vote.run': facilitators,
  'vote.read': everyone,
  'vote.cast': writers,
  'file.read': everyone,
  'file.upload': writers,
  'layer.read': writers,
  'layer.reveal': writers,
  // Copies of other boards are put among everybody's notes.
  'feed.receive': facilitators,
}

/** A board's life belongs to the pilot: a co-facilitator who came by invitation runs the board, but cannot end it. */
const accountsOnly: ReadonlySet<BoardAction> = new Set([
  'board.archive',
  'board.delete',
  'board.restore',
  'board.save-as-template',
])

/** @throws {DomainError} `not_allowed` */
export function assertMayOnBoard(member: BoardMember, action: BoardAction): void {
  const roles = rolesFor[action]
  if (!roles.includes(member.role))
    throw new DomainError(
      'not_allowed',
      roles === facilitators ? { detail: 'Only facilitators of this board may.' } : {},
    )
  const isEnough = !accountsOnly.has(action) || member.accountId !== null || member.participantId === operatorId
  if (!isEnough) throw new DomainError('not_allowed')
}
