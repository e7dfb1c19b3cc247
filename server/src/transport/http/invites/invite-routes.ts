import { z } from 'zod'
import { createInviteRequest, invite, updateInviteRequest } from '#shared/http/invites.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Invites } from '../../../domain/invite/invites.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'
import { presentInvite } from './present-invite.ts'

/** A facilitator's side of invitations. */
export function inviteRoutes({ invites, membership }: { invites: Invites; membership: BoardMembership }): Route[] {
  const tag = 'invites'
  return [
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/invites',
      tag,
      summary: 'Make an invitation: a code to type and a link',
      access: onBoard(membership, 'invite.create'),
      body: createInviteRequest,
      status: 201,
      answer: invite,
      async handle({ allowed, body: { role, expiresAtMs = null }, origin }) {
        return presentInvite(await invites.create(allowed, role, expiresAtMs), origin)
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/invites',
      tag,
      summary: 'The invitations of a board, newest first',
      access: onBoard(membership, 'invite.list'),
      answer: z.array(invite),
      async handle({ params, origin }) {
        return (await invites.list(params.id)).map((one) => presentInvite(one, origin))
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/api/boards/:id/invites/:inviteId',
      tag,
      summary: 'Switch an invitation off or on; who came by it stays',
      access: onBoard(membership, 'invite.update'),
      body: updateInviteRequest,
      answer: invite,
      errors: ['not_found'],
      async handle({ params, body, origin }) {
        return presentInvite(await invites.setSwitchedOff(params.id, params.inviteId, body.isSwitchedOff), origin)
      },
    }),
  ]
}
