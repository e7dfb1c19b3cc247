import { z } from 'zod'
import { maxPasswordLength, maxPersonNameLength, minPasswordLength } from '../limits.ts'
import { email, entityId, line, timeMs } from './common.ts'

export const accountRole = z.enum(['administrator', 'facilitator'])
export type AccountRole = z.infer<typeof accountRole>

const name = line(maxPersonNameLength).min(1)
const password = z.string().min(minPasswordLength).max(maxPasswordLength)

export const account = z
  .object({
    id: entityId,
    name: z.string(),
    email: z.string(),
    role: accountRole,
    isDisabled: z.boolean(),
    createdAtMs: timeMs,
    lastSeenAtMs: timeMs.nullable(),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof account>

export const signInRequest = z.strictObject({ email, password: z.string().max(maxPasswordLength) })
export const changePasswordRequest = z.strictObject({
  currentPassword: z.string().max(maxPasswordLength),
  newPassword: password,
})

/** Who is asking, as the cookie or token says. Every field null: nobody. */
export const me = z.object({ account: account.nullable() }).meta({ id: 'Me' })
export type Me = z.infer<typeof me>

/** A one-time link: makes the first administrator, makes an invited account, or sets a new password. */
export const accountLinkPurpose = z.enum(['first-administrator', 'invitation', 'password-reset'])
export type AccountLinkPurpose = z.infer<typeof accountLinkPurpose>
export const accountLink = z
  .object({
    purpose: accountLinkPurpose,
    role: accountRole,
    name: z.string().nullable(),
    email: z.string().nullable(),
    expiresAtMs: timeMs,
  })
  .meta({ id: 'AccountLink' })
export type AccountLink = z.infer<typeof accountLink>

/** `name` and `email` are ignored for a password reset. */
export const useAccountLinkRequest = z.strictObject({ name: name.optional(), email: email.optional(), password })

export const inviteAccountRequest = z.strictObject({
  role: accountRole,
  name: name.optional(),
  email: email.optional(),
})
export const issuedAccountLink = z.object({ url: z.string(), expiresAtMs: timeMs }).meta({ id: 'IssuedAccountLink' })
export type IssuedAccountLink = z.infer<typeof issuedAccountLink>

export const updateAccountRequest = z.strictObject({
  name: name.optional(),
  role: accountRole.optional(),
  isDisabled: z.boolean().optional(),
})
