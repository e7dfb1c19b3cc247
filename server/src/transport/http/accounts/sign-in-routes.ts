import { DomainError } from '#shared/errors.ts'
import {
  account,
  accountLink,
  changePasswordRequest,
  me,
  signInRequest,
  useAccountLinkRequest,
} from '#shared/http/accounts.ts'
import type { Caller } from '../../../domain/access/caller.ts'
import type { AccountLinks } from '../../../domain/account/account-links.ts'
import type { Accounts } from '../../../domain/account/accounts.ts'
import type { Boards } from '../../../domain/board/boards.ts'
import type { RoomClock } from '../../../domain/room/clock.ts'
import { clearSignInCookie, setSignInCookie } from '../cookies.ts'
import { type Access, anyone, defineRoute, type Route } from '../route.ts'
import { operatorAccount, presentAccount, presentAccountLink } from './present-account.ts'
import { createSignInLimit } from './sign-in-limit.ts'

type SignedInAccount = Extract<Caller, { kind: 'account' }>

/** Only who has signed in by cookie: the operator's token has no sign-in to end and no password to change. */
const bySignIn: Access<SignedInAccount> = {
  needsSignIn: true,
  errors: ['not_signed_in', 'not_allowed'],
  async check(caller) {
    if (caller.kind === 'account') return caller
    throw new DomainError(caller.kind === 'nobody' ? 'not_signed_in' : 'not_allowed')
  },
}

/** Signing in and out, one's own password, and the one-time links. */
export function signInRoutes(ports: {
  accounts: Accounts
  links: AccountLinks
  boards: Boards
  clock: RoomClock
}): Route[] {
  const { accounts, links, boards } = ports
  const tag = 'sign-in'
  const limit = createSignInLimit(ports.clock)
  return [
    defineRoute({
      method: 'get',
      path: '/api/me',
      tag,
      summary: 'Who is asking',
      access: anyone,
      answer: me,
      async handle({ caller }) {
        if (caller.kind === 'operator') return { account: operatorAccount }
        if (caller.kind !== 'account') return { account: null }
        await accounts.noteSeen(caller.account, caller.tokenHash)
        return { account: presentAccount(caller.account) }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/sign-in',
      tag,
      summary: 'Sign in with email and password; sets the cookie',
      access: anyone,
      limit,
      body: signInRequest,
      answer: account,
      errors: ['wrong_credentials', 'account_disabled', 'too_many_requests'],
      async handle({ body, http, reply }) {
        const signedIn = await accounts.signIn(body.email, body.password)
        setSignInCookie(http, reply, signedIn.token)
        return presentAccount(signedIn.account)
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/sign-out',
      tag,
      summary: 'End this sign-in, and its connections to boards',
      access: anyone,
      async handle({ caller, http, reply }) {
        if (caller.kind === 'account') {
          await accounts.signOut(caller.tokenHash)
          boards.disconnectSignIn(caller.tokenHash)
        }
        clearSignInCookie(http, reply)
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/sign-out-everywhere',
      tag,
      summary: 'End every sign-in of this account, and its connections to boards',
      access: bySignIn,
      async handle({ allowed, http, reply }) {
        await accounts.signOutEverywhere(allowed.account.id)
        boards.disconnectAccount(allowed.account.id)
        clearSignInCookie(http, reply)
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/password',
      tag,
      summary: 'Change one’s own password; ends the other sign-ins',
      access: bySignIn,
      limit,
      body: changePasswordRequest,
      errors: ['wrong_credentials', 'too_many_requests'],
      async handle({ allowed, body }) {
        await accounts.changePassword(allowed.account, allowed.tokenHash, body.currentPassword, body.newPassword)
        boards.disconnectAccount(allowed.account.id, allowed.tokenHash)
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/account-links/:secret',
      tag,
      summary: 'What a one-time link is for',
      access: anyone,
      answer: accountLink,
      errors: ['unknown_link', 'link_used'],
      handle: async ({ params }) => presentAccountLink(await links.find(params.secret)),
    }),
    defineRoute({
      method: 'post',
      path: '/api/account-links/:secret',
      tag,
      summary: 'Use a one-time link: make the account or set the password, and sign in',
      access: anyone,
      body: useAccountLinkRequest,
      answer: account,
      errors: ['unknown_link', 'link_used', 'email_taken', 'account_disabled'],
      async handle({ params, body, http, reply }) {
        const signedIn = await links.use(params.secret, body)
        // A new password ends the sign-ins there were; a new account has none.
        boards.disconnectAccount(signedIn.account.id)
        setSignInCookie(http, reply, signedIn.token)
        return presentAccount(signedIn.account)
      },
    }),
  ]
}
