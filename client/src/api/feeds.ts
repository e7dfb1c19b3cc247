import type { CopyPlan, CopyRequest, FeedContent, FeedingBoard, OriginBoard } from '#shared/http/feeds.ts'
import { request } from './request.ts'

export const listFeeds = (boardId: string, signal?: AbortSignal) =>
  request<FeedingBoard[]>('GET', `/api/boards/${boardId}/feeds`, { signal })
export const readFeed = (boardId: string, fromId: string, language: string, signal?: AbortSignal) =>
  request<FeedContent>('GET', `/api/boards/${boardId}/feeds/${fromId}?lang=${language}`, { signal })
export const planCopies = (boardId: string, fromId: string, body: CopyRequest) =>
  request<CopyPlan>('POST', `/api/boards/${boardId}/feeds/${fromId}/plan`, { body })
export const listOrigins = (boardId: string, signal?: AbortSignal) =>
  request<OriginBoard[]>('GET', `/api/boards/${boardId}/origins`, { signal })
