import type {
  Account as AccountBody,
  AccountLink as AccountLinkBody,
  IssuedAccountLink,
} from '#shared/http/accounts.ts'
import { operatorId, operatorName } from '../../../domain/access/caller.ts'
import type { Account, AccountLink } from '../../../domain/account/account.ts'
import type { IssuedLink } from '../../../domain/account/account-links.ts'

export function presentAccount(account: Account): AccountBody {
  const { id, name, email, role, isDisabled, createdAtMs, lastSeenAtMs } = account
  return { id, name, email, role, isDisabled, createdAtMs, lastSeenAtMs }
}

/** Who a program with ADMIN_TOKEN is. There is no such account; nobody can sign in as it. */
export const operatorAccount: AccountBody = {
  id: operatorId,
  name: operatorName,
  email: '',
  role: 'administrator',
  isDisabled: false,
  createdAtMs: 0,
  lastSeenAtMs: null,
}

export function presentAccountLink({ purpose, role, name, email, expiresAtMs }: AccountLink): AccountLinkBody {
  return { purpose, role, name, email, expiresAtMs }
}

export function presentIssuedLink({ secret, expiresAtMs }: IssuedLink, origin: string): IssuedAccountLink {
  return { url: accountLinkUrl(origin, secret), expiresAtMs }
}

function accountLinkUrl(origin: string, secret: string): string {
  return `${origin}/welcome/${secret}`
}
