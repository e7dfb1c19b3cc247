import type { Checkpoint } from '#shared/http/checkpoints.ts'
import type { ListedCheckpoint } from '../../../domain/checkpoint/checkpoints.ts'

export function presentCheckpoint(checkpoint: ListedCheckpoint): Checkpoint {
  const { id, boardId, kind, title, createdAtMs, createdByName, shapeCount, bytes, isDamaged } = checkpoint
  return {
    id,
    boardId,
    kind,
    title,
    createdAtMs,
    createdBy: createdByName,
    shapeCount,
    bytes,
    isDamaged,
    pictureUrl: `/api/boards/${boardId}/checkpoints/${id}/picture`,
  }
}
