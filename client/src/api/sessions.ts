import type { z } from 'zod'
import type {
  BoardPerson,
  createSessionRequest,
  PastSession,
  RemovedNotes,
  SessionCommandRequest,
  SessionNow,
  SessionSummary,
  updatePersonRequest,
  updateSelfRequest,
} from '#shared/http/sessions.ts'
import { request } from './request.ts'

const boardPath = (boardId: string) => `/api/boards/${boardId}`

export const createSession = (boardId: string, body: z.input<typeof createSessionRequest>) =>
  request<SessionNow>('POST', `${boardPath(boardId)}/session`, { body })
/** Sent again after a lost answer, it needs the same key. */
export const sendSessionCommand = (boardId: string, body: SessionCommandRequest) =>
  request<SessionNow>('POST', `${boardPath(boardId)}/session/commands`, { body })

/** Those that are over, the last one first. */
export const listSessions = (boardId: string, signal?: AbortSignal) =>
  request<PastSession[]>('GET', `${boardPath(boardId)}/sessions`, { signal })
export const getSessionSummary = (boardId: string, sessionId: string, signal?: AbortSignal) =>
  request<SessionSummary>('GET', `${boardPath(boardId)}/sessions/${sessionId}`, { signal })

const personPath = (boardId: string, participantId: string) => `${boardPath(boardId)}/people/${participantId}`

export const listBoardPeople = (boardId: string, signal?: AbortSignal) =>
  request<BoardPerson[]>('GET', `${boardPath(boardId)}/people`, { signal })
export const updatePerson = (boardId: string, participantId: string, body: z.input<typeof updatePersonRequest>) =>
  request<BoardPerson>('PATCH', personPath(boardId, participantId), { body })
/** Whoever came by invitation, about herself. */
export const updateSelf = (boardId: string, body: z.input<typeof updateSelfRequest>) =>
  request<BoardPerson>('PATCH', `${boardPath(boardId)}/me`, { body })
export const removePerson = (boardId: string, participantId: string) =>
  request<undefined>('DELETE', personPath(boardId, participantId))
export const removeNotesOf = (boardId: string, participantId: string) =>
  request<RemovedNotes>('POST', `${personPath(boardId, participantId)}/remove-notes`)
export const restoreNotes = (boardId: string, removalId: string) =>
  request<{ shapeCount: number }>('POST', `${boardPath(boardId)}/removals/${removalId}/restore`)
