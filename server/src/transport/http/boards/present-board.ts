import type { Board } from '#shared/http/boards.ts'
import type { BoardSummary } from '../../../domain/board/board.ts'
import type { BoardMember } from '../../../domain/board/board-member.ts'

/** Who asks, as far as it is asked for one board. */
type Asking = Pick<BoardMember, 'role'> & { readonly participantId: string | null }

export function presentBoard(board: BoardSummary, { role, participantId }: Asking, peopleHere: number): Board {
  const { id, pilotId, pilotTitle, title, template, createdAtMs, changedAtMs } = board
  const { archivedAtMs, deletedAtMs, isDoorLocked, changedByName, savedAs } = board
  return {
    id,
    pilotId,
    pilotTitle,
    title,
    template,
    savedAs,
    createdAtMs,
    changedAtMs,
    changedBy: changedByName,
    archivedAtMs,
    deletedAtMs,
    isDoorLocked,
    peopleHere,
    role,
    participantId,
  }
}
