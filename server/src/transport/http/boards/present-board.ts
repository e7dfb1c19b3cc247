import type { Board } from '#shared/http/boards.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { BoardSummary } from '../../../domain/board/board.ts'

export function presentBoard(board: BoardSummary, role: Role, peopleHere: number): Board {
  const { id, pilotId, pilotTitle, title, template, createdAtMs, changedAtMs } = board
  const { archivedAtMs, deletedAtMs, isDoorLocked, changedByName } = board
  return {
    id,
    pilotId,
    pilotTitle,
    title,
    template,
    createdAtMs,
    changedAtMs,
    changedBy: changedByName,
    archivedAtMs,
    deletedAtMs,
    isDoorLocked,
    peopleHere,
    role,
  }
}
