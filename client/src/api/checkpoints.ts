import type { z } from 'zod'
import type { Checkpoint, createCheckpointRequest, RestoredCheckpoint } from '#shared/http/checkpoints.ts'
import type { ColorScheme } from './boards.ts'
import { request } from './request.ts'

export const listCheckpoints = (boardId: string, signal?: AbortSignal) =>
  request<Checkpoint[]>('GET', `/api/boards/${boardId}/checkpoints`, { signal })
export const saveCheckpoint = (boardId: string, body: z.input<typeof createCheckpointRequest>) =>
  request<Checkpoint>('POST', `/api/boards/${boardId}/checkpoints`, { body })
export const restoreCheckpoint = (boardId: string, id: string) =>
  request<RestoredCheckpoint>('POST', `/api/boards/${boardId}/checkpoints/${id}/restore`)
export const deleteCheckpoint = (boardId: string, id: string) =>
  request<undefined>('DELETE', `/api/boards/${boardId}/checkpoints/${id}`)

export function checkpointPictureUrl({ pictureUrl }: Checkpoint, scheme: ColorScheme, language: string): string {
  return `${pictureUrl}?scheme=${scheme}&lang=${language}`
}
