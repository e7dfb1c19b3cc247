import type { BoardState } from '#shared/http/boards.ts'
import type { Board, BoardSummary } from './board.ts'

export type BoardChange = Partial<Pick<Board, 'title' | 'archivedAtMs' | 'deletedAtMs' | 'isDoorLocked'>>

/** Keeps boards; what is on them is in the board log. Each method is one atomic step. */
export interface BoardStore {
  /**
   * Keeps the board and the first update of its log together: no board is ever without its root records.
   * @throws {DomainError} `pilot_not_found`
   */
  create(board: Board, firstUpdate: Uint8Array): Promise<void>
  get(id: string): Promise<BoardSummary | undefined>
  /** The one changed last comes first. */
  listByPilot(pilotId: string, state: BoardState): Promise<readonly BoardSummary[]>
  /** @throws {DomainError} `board_not_found` */
  update(id: string, change: BoardChange): Promise<void>
  /** Ends boards deleted before that time for good, with their log. @returns how many. */
  purgeDeletedBefore(timeMs: number): Promise<number>
}
