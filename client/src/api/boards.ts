import type { z } from 'zod'
import type { Board, BoardState, createBoardRequest, updateBoardRequest } from '#shared/http/boards.ts'
import { request } from './request.ts'

export type ColorScheme = 'light' | 'dark'

export const listBoards = (pilotId: string, state: BoardState, signal?: AbortSignal) =>
  request<Board[]>('GET', `/api/pilots/${pilotId}/boards?state=${state}`, { signal })
export const createBoard = (pilotId: string, body: z.input<typeof createBoardRequest>) =>
  request<Board>('POST', `/api/pilots/${pilotId}/boards`, { body })
export const getBoard = (id: string, signal?: AbortSignal) => request<Board>('GET', `/api/boards/${id}`, { signal })
export const updateBoard = (id: string, body: z.input<typeof updateBoardRequest>) =>
  request<Board>('PATCH', `/api/boards/${id}`, { body })
export const deleteBoard = (id: string) => request<undefined>('DELETE', `/api/boards/${id}`)
export const restoreBoard = (id: string) => request<Board>('POST', `/api/boards/${id}/restore`)

/** The server's drawing of the board; the time of the last change makes a new address for a new drawing. */
export function boardPictureUrl(id: string, changedAtMs: number, scheme: ColorScheme): string {
  return `/api/boards/${id}/picture.svg?scheme=${scheme}&at=${changedAtMs}`
}
