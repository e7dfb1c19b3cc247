import type { Revealed, RevealRequest } from '#shared/http/layers.ts'
import { request } from './request.ts'

/** Brings what was written alone to the board. Asked again after a lost answer, it brings nothing twice. */
export const reveal = (boardId: string, body: RevealRequest) =>
  request<Revealed>('POST', `/api/boards/${boardId}/session/reveal`, { body })
