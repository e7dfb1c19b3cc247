import type { Checkpoint, NewCheckpoint } from './checkpoint.ts'

/** Keeps checkpoints. What a restore leaves behind comes in by the board log, in the commit of the restore itself. */
export interface CheckpointStore {
  save(checkpoint: NewCheckpoint): Promise<void>
  /** The newest first. */
  list(boardId: string): Promise<readonly Checkpoint[]>
  find(boardId: string, id: string): Promise<Checkpoint | undefined>
  /** Undefined when they are not what was written any more, or when there is no such checkpoint. */
  readContents(boardId: string, id: string): Promise<Uint8Array | undefined>
  /** Those that are not there are no fault. */
  remove(boardId: string, ids: readonly string[]): Promise<void>
  /** Boards that somebody changed after `sinceMs`, and after their newest checkpoint; deleted boards are not among them. */
  boardsChangedSince(sinceMs: number): Promise<readonly string[]>
}
