import type { Layer } from './layer.ts'

/** Keeps whose layer is which; what is in them is in the board log. Each method is one atomic step. */
export interface LayerStore {
  find(boardId: string, participantId: string): Promise<Layer | undefined>
  list(boardId: string): Promise<readonly Layer[]>
  /** Makes the layer where the person has none yet, with that id. @returns the one that she has. */
  open(wanted: Layer): Promise<Layer>
  /** All layers of the board, or one. */
  markAnonymous(boardId: string, participantId?: string): Promise<void>
}
