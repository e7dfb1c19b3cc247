import type { Account, AccountLink, SignIn } from './account.ts'

export type NewAccount = Account & { readonly passwordHash: string }
/** What is undefined stays as it is. */
export type AccountChange = { readonly [Field in 'name' | 'role' | 'isDisabled']?: Account[Field] | undefined }

/** Keeps accounts, their sign-ins and one-time links. Each method is one atomic step; none of them know who is asking. */
export interface AccountStore {
  count(): Promise<number>
  list(): Promise<readonly Account[]>
  get(id: string): Promise<Account | undefined>
  findByEmail(email: string): Promise<(Account & { readonly passwordHash: string }) | undefined>
  passwordHashOf(id: string): Promise<string | undefined>

  /** Disabling ends the account's sign-ins. @throws {DomainError} `account_not_found`, `last_administrator` */
  update(id: string, change: AccountChange): Promise<void>
  /** Ends every sign-in of the account but the one kept. */
  setPassword(id: string, passwordHash: string, keptTokenHash: string): Promise<void>

  saveLink(link: AccountLink): Promise<void>
  getLink(secretHash: string): Promise<AccountLink | undefined>
  /**
   * Uses the link, makes the account and signs it in. A first-administrator link uses up all the others of its kind.
   * @throws {DomainError} `link_used`, `email_taken`
   */
  createFromLink(link: AccountLink, account: NewAccount, signIn: SignIn): Promise<void>
  /** Uses the link, sets the password, ends the account's sign-ins and signs it in anew. @throws {DomainError} `link_used` */
  resetFromLink(link: AccountLink, passwordHash: string, signIn: SignIn): Promise<void>

  saveSignIn(signIn: SignIn): Promise<void>
  /** @returns undefined for a sign-in that is unknown, over, or of a disabled account. */
  findBySignIn(tokenHash: string, nowMs: number): Promise<Account | undefined>
  /** Moves the end of a sign-in that is in use, and the account's "last seen". */
  noteSeen(accountId: string, tokenHash: string, seenAtMs: number, expiresAtMs: number): Promise<void>
  deleteSignIn(tokenHash: string): Promise<void>
  deleteSignIns(accountId: string): Promise<void>
}
