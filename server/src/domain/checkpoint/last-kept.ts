import { withRootRecords } from '#shared/board/new-board.ts'
import type { BoardStore } from '../board/board-store.ts'
import type { TemplateSource } from '../board/boards.ts'
import type { LastKept } from '../room/room-ports.ts'
import type { Checkpoints } from './checkpoints.ts'

/** The newest checkpoint of a board that can be read, or else what its template laid out; undefined without either. */
export async function findLastKept(
  boardId: string,
  ports: {
    checkpoints: Pick<Checkpoints, 'newest'>
    boards: Pick<BoardStore, 'get'>
    templates: TemplateSource
  },
): Promise<LastKept | undefined> {
  const checkpoint = await ports.checkpoints.newest(boardId)
  if (checkpoint) return { kind: 'checkpoint', checkpointId: checkpoint.id, records: checkpoint.records }
  const board = await ports.boards.get(boardId)
  const template = board?.template ? await ports.templates.find(board.template, board.templateVersion) : undefined
  return template && { kind: 'template', records: withRootRecords(template.records) }
}
