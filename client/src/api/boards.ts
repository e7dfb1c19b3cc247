import type { z } from 'zod'
import type { Board, BoardState, createBoardRequest, updateBoardRequest } from '#shared/http/boards.ts'
import type { ImportedBoard } from '#shared/http/exchange.ts'
import { request } from './request.ts'
import { type Going, upload } from './upload.ts'

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

/** A board from a `.tldr` file, called as the file is. */
export const importBoard = (pilotId: string, file: File, going: Going) =>
  upload<ImportedBoard>(`/api/pilots/${pilotId}/boards/from-tldr?name=${encodeURIComponent(file.name)}`, file, going)

export function boardFileUrl(id: string, language: string): string {
  return `/api/boards/${id}/board.tldr?lang=${language}`
}
