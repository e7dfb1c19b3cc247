import { boardRecordsResponse } from '#shared/http/boards.ts'
import { checkpoint, createCheckpointRequest, restoredCheckpoint } from '#shared/http/checkpoints.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Checkpoints } from '../../../domain/checkpoint/checkpoints.ts'
import type { BoardPictures } from '../board-pictures.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'
import { languageOf, pictureQuery, sendPicture } from '../send-picture.ts'
import { presentCheckpoint } from './present-checkpoint.ts'

/** What a board was, and the way back to it. */
export function checkpointRoutes(ports: {
  checkpoints: Checkpoints
  membership: BoardMembership
  pictures: BoardPictures
}): Route[] {
  const { checkpoints, membership, pictures } = ports
  const tag = 'checkpoints'
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/checkpoints',
      tag,
      summary: 'The checkpoints of a board, the newest first',
      access: onBoard(membership, 'checkpoint.list'),
      answer: checkpoint.array(),
      handle: async ({ params }) => (await checkpoints.list(params.id)).map(presentCheckpoint),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/checkpoints',
      tag,
      summary: 'Save what is on the board now as a checkpoint',
      access: onBoard(membership, 'checkpoint.save'),
      body: createCheckpointRequest,
      status: 201,
      answer: checkpoint,
      errors: ['too_many_checkpoints', 'too_large'],
      async handle({ params, body, allowed }) {
        const saved = await checkpoints.save(params.id, body.title, allowed)
        return presentCheckpoint({ ...saved, isDamaged: false })
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/checkpoints/:checkpointId/records',
      tag,
      summary: 'What is in a checkpoint: tldraw records',
      access: onBoard(membership, 'checkpoint.read'),
      answer: boardRecordsResponse,
      errors: ['checkpoint_not_found', 'checkpoint_damaged'],
      handle: async ({ params }) => ({ records: [...(await checkpoints.recordsOf(params.id, params.checkpointId))] }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/checkpoints/:checkpointId/picture',
      tag,
      summary: 'A picture of a checkpoint',
      access: onBoard(membership, 'checkpoint.read'),
      query: pictureQuery,
      contentTypes: ['image/svg+xml'],
      errors: ['checkpoint_not_found', 'checkpoint_damaged'],
      async handle({ params: { id, checkpointId }, query: { scheme, lang }, http, reply }) {
        const readRecords = () => checkpoints.recordsOf(id, checkpointId)
        const subject = { id: `${id}/${checkpointId}`, version: 'as it was', readRecords }
        sendPicture(http, reply, await pictures(subject, { scheme, locale: languageOf(http, lang) }))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/checkpoints/:checkpointId/restore',
      tag,
      summary: 'Take the board back to a checkpoint, for everybody on it; what it was until then is kept as another',
      access: onBoard(membership, 'checkpoint.restore'),
      answer: restoredCheckpoint,
      errors: ['checkpoint_not_found', 'checkpoint_damaged', 'too_large', 'store_unavailable', 'not_ready'],
      async handle({ params, allowed }) {
        const { epoch, before } = await checkpoints.restore(params.id, params.checkpointId, allowed)
        return { epoch, before: before ? presentCheckpoint({ ...before, isDamaged: false }) : null }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/boards/:id/checkpoints/:checkpointId',
      tag,
      summary: 'Delete a checkpoint for good',
      access: onBoard(membership, 'checkpoint.delete'),
      errors: ['checkpoint_not_found'],
      handle: ({ params }) => checkpoints.remove(params.id, params.checkpointId),
    }),
  ]
}
