import type { z } from 'zod'
import type {
  Account,
  AccountLink,
  changePasswordRequest,
  IssuedAccountLink,
  inviteAccountRequest,
  Me,
  signInRequest,
  updateAccountRequest,
  useAccountLinkRequest,
} from '#shared/http/accounts.ts'
import { request } from './request.ts'

export const getMe = (signal?: AbortSignal) => request<Me>('GET', '/api/me', { signal })
export const signIn = (body: z.input<typeof signInRequest>) => request<Account>('POST', '/api/sign-in', { body })
export const signOut = () => request<undefined>('POST', '/api/sign-out')
export const signOutEverywhere = () => request<undefined>('POST', '/api/sign-out-everywhere')
export const changePassword = (body: z.input<typeof changePasswordRequest>) =>
  request<undefined>('POST', '/api/me/password', { body })

const linkPath = (secret: string) => `/api/account-links/${encodeURIComponent(secret)}`
export const getAccountLink = (secret: string, signal?: AbortSignal) =>
  request<AccountLink>('GET', linkPath(secret), { signal })
export const followAccountLink = (secret: string, body: z.input<typeof useAccountLinkRequest>) =>
  request<Account>('POST', linkPath(secret), { body })

export const listAccounts = (signal?: AbortSignal) => request<Account[]>('GET', '/api/accounts', { signal })
export const inviteAccount = (body: z.input<typeof inviteAccountRequest>) =>
  request<IssuedAccountLink>('POST', '/api/accounts/invitations', { body })
export const updateAccount = (id: string, body: z.input<typeof updateAccountRequest>) =>
  request<Account>('PATCH', `/api/accounts/${id}`, { body })
export const issueResetLink = (id: string) => request<IssuedAccountLink>('POST', `/api/accounts/${id}/reset-link`)
