import type { Invite, InvitePreview } from '#shared/http/invites.ts'
import type { BoardSummary } from '../../../domain/board/board.ts'
import type { Invite as DomainInvite } from '../../../domain/invite/invite.ts'
import type { IssuedInvite } from '../../../domain/invite/invites.ts'
import type { Participant } from '../../../domain/participant/participant.ts'

export function presentInvite(invite: IssuedInvite, origin: string): Invite {
  const { id, boardId, role, code, secret, isSwitchedOff, expiresAtMs, createdAtMs, joinedCount } = invite
  return {
    id,
    boardId,
    role,
    code,
    url: `${origin}/join/${secret}`,
    isSwitchedOff,
    expiresAtMs,
    createdAtMs,
    joinedCount,
  }
}

export function presentInvitePreview(
  invite: DomainInvite,
  { board, returning }: { board: BoardSummary; returning: Participant | undefined },
): InvitePreview {
  return {
    boardId: board.id,
    boardTitle: board.title,
    pilotTitle: board.pilotTitle,
    invitedBy: invite.invitedBy,
    role: invite.role,
    isDoorLocked: board.isDoorLocked,
    me: returning ? { name: returning.name, country: returning.country, organisation: returning.organisation } : null,
  }
}
