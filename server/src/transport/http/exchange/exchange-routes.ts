import { z } from 'zod'
import { line } from '#shared/http/common.ts'
import { importedBoard } from '#shared/http/exchange.ts'
import { maxBoardFileBytes, maxTitleLength } from '#shared/limits.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Boards } from '../../../domain/board/boards.ts'
import type { BoardFiles } from '../../../domain/exchange/board-files.ts'
import type { RoomRegistry } from '../../../domain/room/room-registry.ts'
import { presentBoard } from '../boards/present-board.ts'
import { receiveUpload } from '../files/receive-upload.ts'
import { facilitatorInList } from '../pilots/pilot-routes.ts'
import { defineRoute, inPlace, onBoard, type Route } from '../route.ts'
import { languageOf } from '../send-picture.ts'

const tldrType = 'application/vnd.tldraw+json'

/** Boards that come as files, and leave as files. */
export function exchangeRoutes(ports: {
  readonly boardFiles: BoardFiles
  readonly boards: Boards
  readonly rooms: RoomRegistry
  readonly membership: BoardMembership
}): Route[] {
  const { boardFiles, boards, rooms, membership } = ports
  const tag = 'exchange'
  return [
    defineRoute({
      method: 'post',
      path: '/api/pilots/:id/boards/from-tldr',
      tag,
      summary: 'Create a board from a .tldr file of at most 50 MB: all of it, or nothing',
      access: inPlace('board.create'),
      query: z.object({
        title: line(maxTitleLength).default(''),
        /** The file's name, for a board that has no other. */
        name: line(255).default(''),
      }),
      uploads: ['application/octet-stream', tldrType, 'multipart/form-data'],
      status: 201,
      answer: importedBoard,
      errors: [
        ...(['pilot_not_found', 'file_too_large', 'invalid_input', 'own_files_full', 'store_unavailable'] as const),
        ...([
          'tldr_cut_off',
          'tldr_unreadable',
          'tldr_damaged',
          'tldr_too_old',
          'tldr_too_far',
          'tldr_too_new',
          'too_many_shapes',
          'too_many_pages',
        ] as const),
      ],
      async handle({ params, caller, query: { title, name }, http }) {
        const bytes = await receiveUpload(http, maxBoardFileBytes, 'file_too_large')
        const fallback = name.replace(/\.tldr$/i, '') || 'tldraw'
        const { board, leftOut } = await boardFiles.importTldr(params.id, caller, bytes, { title, fallback })
        return { board: presentBoard(board, facilitatorInList, 0), leftOut: [...leftOut] }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/board.tldr',
      tag,
      summary: 'The board as a file that tldraw opens: zones as frames, pictures inside',
      access: onBoard(membership, 'board.export'),
      query: z.object({ lang: z.string().max(35).optional() }),
      contentTypes: [tldrType],
      errors: ['board_unreadable'],
      async handle({ params, query, http, reply }) {
        const { title } = await boards.get(params.id)
        const file = await boardFiles.exportTldr(
          title,
          await rooms.readRecords(params.id),
          languageOf(http, query.lang),
        )
        reply.attachment(`${title}.tldr`).type(tldrType).send(file)
      },
    }),
  ]
}
