import { DomainError } from '#shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { PasswordHasher, Secrets } from '../secrets.ts'
import type { Account, SignIn } from './account.ts'
import type { AccountChange, AccountStore } from './account-store.ts'

const dayMs = 24 * 60 * 60 * 1_000
/** A sign-in that is not used for so long is over. */
export const signInLastsMs = 30 * dayMs
/** "Last seen" and the end of a sign-in are moved at most so often: they are not worth a write for each request. */
const seenEveryMs = 5 * 60 * 1_000

/** A fresh sign-in. The token is handed to the browser and stored nowhere. */
export type SignedIn = { readonly account: Account; readonly token: string }
export type Accounts = ReturnType<typeof createAccounts>

/** Sign-in, password and the accounts themselves. One-time links are in `account-links.ts`. */
export function createAccounts(ports: {
  store: AccountStore
  secrets: Secrets
  passwords: PasswordHasher
  clock: Clock
}) {
  const { store, secrets, passwords, clock } = ports
  // Made at once and awaited on use: an unknown email must cost what a known one costs.
  const decoyHash = passwords.hash(secrets.newSecret())

  return {
    list: () => store.list(),

    /** @throws {DomainError} `wrong_credentials`, `account_disabled` */
    async signIn(email: string, password: string): Promise<SignedIn> {
      const found = await store.findByEmail(email)
      const isMatch = await passwords.isMatch(found?.passwordHash ?? (await decoyHash), password)
      if (!found || !isMatch) throw new DomainError('wrong_credentials')
      if (found.isDisabled) throw new DomainError('account_disabled')
      const { token, signIn } = newSignIn({ secrets, clock }, found.id)
      await store.saveSignIn(signIn)
      const { passwordHash: _, ...account } = found
      return { account, token }
    },

    /** Notes that the account is here, and moves the end of its sign-in. */
    async noteSeen(account: Account, tokenHash: string): Promise<void> {
      const nowMs = clock.nowMs()
      if (nowMs - (account.lastSeenAtMs ?? 0) < seenEveryMs) return
      await store.noteSeen(account.id, tokenHash, nowMs, nowMs + signInLastsMs)
    },

    signOut: (tokenHash: string) => store.deleteSignIn(tokenHash),
    signOutEverywhere: (accountId: string) => store.deleteSignIns(accountId),

    /** Ends the account's other sign-ins. @throws {DomainError} `wrong_credentials` */
    async changePassword(account: Account, keptTokenHash: string, current: string, next: string): Promise<void> {
      const hash = await store.passwordHashOf(account.id)
      if (!hash || !(await passwords.isMatch(hash, current))) throw new DomainError('wrong_credentials')
      await store.setPassword(account.id, await passwords.hash(next), keptTokenHash)
    },

    /** @throws {DomainError} `account_not_found`, `last_administrator` */
    async update(id: string, change: AccountChange): Promise<Account> {
      await store.update(id, change)
      const account = await store.get(id)
      if (!account) throw new DomainError('account_not_found')
      return account
    },
  }
}

export function newSignIn(
  { secrets, clock }: { secrets: Secrets; clock: Clock },
  accountId: string,
): { token: string; signIn: SignIn } {
  const token = secrets.newSecret()
  const createdAtMs = clock.nowMs()
  return {
    token,
    signIn: { tokenHash: secrets.hash(token), accountId, createdAtMs, expiresAtMs: createdAtMs + signInLastsMs },
  }
}
