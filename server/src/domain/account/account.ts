import type { AccountLinkPurpose, AccountRole } from '#shared/http/accounts.ts'

/** A facilitator or an administrator. Participants need none. */
export type Account = {
  readonly id: string
  readonly name: string
  /** Lower case; one account each. */
  readonly email: string
  readonly role: AccountRole
  readonly isDisabled: boolean
  readonly createdAtMs: number
  readonly lastSeenAtMs: number | null
}

/** A one-time link, as stored: by the hash of its secret. */
export type AccountLink = {
  readonly secretHash: string
  readonly purpose: AccountLinkPurpose
  readonly role: AccountRole
  readonly name: string | null
  readonly email: string | null
  /** Whose password is set anew; null for the other purposes. */
  readonly accountId: string | null
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly usedAtMs: number | null
}

export type SignIn = {
  readonly tokenHash: string
  readonly accountId: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
}
