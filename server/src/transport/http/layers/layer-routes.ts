import { ownLayer, revealed, revealRequest } from '#shared/http/layers.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Layers } from '../../../domain/layer/layers.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'

/** What people have written alone, and showing it. */
export function layerRoutes(ports: {
  layers: Layers
  membership: BoardMembership
  limitReveals: (personId: string) => void
}): Route[] {
  const { layers, membership, limitReveals } = ports
  const tag = 'sessions'
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/session/layer',
      tag,
      summary: 'How much you have written alone and not revealed',
      access: onBoard(membership, 'layer.read'),
      answer: ownLayer,
      handle: ({ allowed }) => layers.own(allowed),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/session/reveal',
      tag,
      summary: 'Bring what was written alone to the board: everybody’s, a zone’s, or your own',
      access: onBoard(membership, 'layer.reveal'),
      body: revealRequest,
      answer: revealed,
      errors: ['still_alone', 'writing_held', 'too_large', 'store_unavailable', 'not_ready', 'too_many_requests'],
      async handle({ allowed, body }) {
        if (body.scope === 'own') limitReveals(allowed.participantId)
        return layers.reveal(allowed, body)
      },
    }),
  ]
}
