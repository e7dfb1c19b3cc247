import type { z } from 'zod'
import type {
  createInviteRequest,
  Invite,
  InvitePreview,
  Joined,
  joinRequest,
  NetworkAddresses,
} from '#shared/http/invites.ts'
import { request } from './request.ts'

export const listInvites = (boardId: string, signal?: AbortSignal) =>
  request<Invite[]>('GET', `/api/boards/${boardId}/invites`, { signal })
export const createInvite = (boardId: string, body: z.input<typeof createInviteRequest>) =>
  request<Invite>('POST', `/api/boards/${boardId}/invites`, { body })
export const updateInvite = (boardId: string, inviteId: string, body: { isSwitchedOff: boolean }) =>
  request<Invite>('PATCH', `/api/boards/${boardId}/invites/${inviteId}`, { body })

/** `code` is the six characters or a link's long secret. */
export const getInvitePreview = (code: string, signal?: AbortSignal) =>
  request<InvitePreview>('GET', `/api/invites/${encodeURIComponent(code)}`, { signal })
export const joinBoard = (body: z.input<typeof joinRequest>) => request<Joined>('POST', '/api/join', { body })

export const getNetworkAddresses = (signal?: AbortSignal) =>
  request<NetworkAddresses>('GET', '/api/network-addresses', { signal })
