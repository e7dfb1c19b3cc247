import { DomainError } from '#shared/errors.ts'
import type { AccountRole } from '#shared/http/accounts.ts'
import type { Clock } from '../clock.ts'
import type { PasswordHasher, Secrets } from '../secrets.ts'
import type { AccountLink } from './account.ts'
import type { AccountStore, NewAccount } from './account-store.ts'
import { newSignIn, type SignedIn } from './accounts.ts'

const dayMs = 24 * 60 * 60 * 1_000
const linkLastsMs = 7 * dayMs

/** The secret goes into an address that is shown once; only its hash is stored. */
export type IssuedLink = { readonly secret: string; readonly expiresAtMs: number }
/** What somebody gives who uses a link. A link may say name and email already. */
export type NewPerson = {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly password: string
}
export type AccountLinks = ReturnType<typeof createAccountLinks>

/** One mechanism for three needs: the first administrator, an invited account, a forgotten password. */
export function createAccountLinks(ports: {
  store: AccountStore
  secrets: Secrets
  passwords: PasswordHasher
  clock: Clock
}) {
  const { store, secrets, passwords, clock } = ports

  async function issue(link: Pick<AccountLink, 'purpose' | 'role' | 'name' | 'email' | 'accountId'>) {
    const secret = secrets.newSecret()
    const createdAtMs = clock.nowMs()
    const expiresAtMs = createdAtMs + linkLastsMs
    await store.saveLink({ ...link, secretHash: secrets.hash(secret), createdAtMs, expiresAtMs, usedAtMs: null })
    return { secret, expiresAtMs } satisfies IssuedLink
  }

  /** @throws {DomainError} `unknown_link`, `link_used` */
  async function find(secret: string): Promise<AccountLink> {
    const link = await store.getLink(secrets.hash(secret))
    if (!link) throw new DomainError('unknown_link')
    if (link.usedAtMs !== null || link.expiresAtMs <= clock.nowMs()) throw new DomainError('link_used')
    return link
  }

  return {
    find,

    /** @returns undefined once there is an account. */
    async issueForFirstAdministrator(): Promise<IssuedLink | undefined> {
      if ((await store.count()) > 0) return undefined
      return issue({ purpose: 'first-administrator', role: 'administrator', name: null, email: null, accountId: null })
    },

    /** For the operator at the machine, whether or not there are accounts. */
    async issueForAdministrator(): Promise<IssuedLink> {
      const purpose = (await store.count()) > 0 ? 'invitation' : 'first-administrator'
      return issue({ purpose, role: 'administrator', name: null, email: null, accountId: null })
    },

    /** @throws {DomainError} `email_taken` */
    async invite(wanted: { role: AccountRole; name: string | null; email: string | null }): Promise<IssuedLink> {
      if (wanted.email && (await store.findByEmail(wanted.email))) throw new DomainError('email_taken')
      return issue({ ...wanted, purpose: 'invitation', accountId: null })
    },

    /** @throws {DomainError} `account_not_found` */
    async issueForReset(accountId: string): Promise<IssuedLink> {
      const account = await store.get(accountId)
      if (!account) throw new DomainError('account_not_found')
      const { role, name, email } = account
      return issue({ purpose: 'password-reset', role, name, email, accountId })
    },

    /**
     * Does what the link is for, and signs in.
     * @throws {DomainError} `unknown_link`, `link_used`, `email_taken`, `account_disabled`, `invalid_input`
     */
    async use(secret: string, given: NewPerson): Promise<SignedIn> {
      const link = await find(secret)
      return link.purpose === 'password-reset' ? reset(link, given.password) : create(link, given)
    },
  }

  async function create(link: AccountLink, given: NewPerson): Promise<SignedIn> {
    const name = given.name ?? link.name
    const email = given.email ?? link.email
    if (!name || !email) {
      const missing = [...(name ? [] : ['name']), ...(email ? [] : ['email'])]
      throw new DomainError('invalid_input', { errors: missing.map((path) => ({ path, message: 'Required' })) })
    }
    const { passwordHash, ...account }: NewAccount = {
      id: secrets.newId(),
      name,
      email,
      role: link.role,
      isDisabled: false,
      createdAtMs: clock.nowMs(),
      lastSeenAtMs: clock.nowMs(),
      passwordHash: await passwords.hash(given.password),
    }
    const { token, signIn } = newSignIn({ secrets, clock }, account.id)
    await store.createFromLink(link, { ...account, passwordHash }, signIn)
    return { account, token }
  }

  async function reset(link: AccountLink, password: string): Promise<SignedIn> {
    const account = link.accountId === null ? undefined : await store.get(link.accountId)
    if (!account) throw new DomainError('unknown_link')
    if (account.isDisabled) throw new DomainError('account_disabled')
    const { token, signIn } = newSignIn({ secrets, clock }, account.id)
    await store.resetFromLink(link, await passwords.hash(password), signIn)
    return { account, token }
  }
}
