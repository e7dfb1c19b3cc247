import type {
  BoardZones,
  Carried,
  CarriedToBoard,
  CarryRequest,
  CarryUndone,
  Continuations,
  CopyPlan,
  CopyRequest,
  FeedContent,
  FeedingBoard,
  OriginBoard,
} from '#shared/http/feeds.ts'
import { request } from './request.ts'

export const listFeeds = (boardId: string, signal?: AbortSignal) =>
  request<FeedingBoard[]>('GET', `/api/boards/${boardId}/feeds`, { signal })
export const readFeed = (boardId: string, fromId: string, language: string, signal?: AbortSignal) =>
  request<FeedContent>('GET', `/api/boards/${boardId}/feeds/${fromId}?lang=${language}`, { signal })
export const planCopies = (boardId: string, fromId: string, body: CopyRequest) =>
  request<CopyPlan>('POST', `/api/boards/${boardId}/feeds/${fromId}/plan`, { body })
export const listOrigins = (boardId: string, signal?: AbortSignal) =>
  request<OriginBoard[]>('GET', `/api/boards/${boardId}/origins`, { signal })
export const listCarriedTo = (boardId: string, language: string, signal?: AbortSignal) =>
  request<CarriedToBoard[]>('GET', `/api/boards/${boardId}/carried-to?lang=${language}`, { signal })

export const listContinuations = (boardId: string, language: string, signal?: AbortSignal) =>
  request<Continuations>('GET', `/api/boards/${boardId}/continuations?lang=${language}`, { signal })
export const listZones = (boardId: string, language: string, signal?: AbortSignal) =>
  request<BoardZones>('GET', `/api/boards/${boardId}/zones?lang=${language}`, { signal })
/** @param toId - the board that receives */
export const carryTo = (toId: string, fromId: string, body: CarryRequest) =>
  request<Carried>('POST', `/api/boards/${toId}/feeds/${fromId}/copies`, { body })
export const undoCarry = (toId: string, ids: readonly string[]) =>
  request<CarryUndone>('POST', `/api/boards/${toId}/feeds/undo`, { body: { ids } })
