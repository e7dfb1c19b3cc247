import { z } from 'zod'
import { account, inviteAccountRequest, issuedAccountLink, updateAccountRequest } from '#shared/http/accounts.ts'
import type { AccountLinks } from '../../../domain/account/account-links.ts'
import type { Accounts } from '../../../domain/account/accounts.ts'
import type { Boards } from '../../../domain/board/boards.ts'
import { defineRoute, inPlace, type Route } from '../route.ts'
import { presentAccount, presentIssuedLink } from './present-account.ts'

/** An administrator's view of who has an account. */
export function accountRoutes(ports: { accounts: Accounts; links: AccountLinks; boards: Boards }): Route[] {
  const { accounts, links, boards } = ports
  const tag = 'accounts'
  return [
    defineRoute({
      method: 'get',
      path: '/api/accounts',
      tag,
      summary: 'All accounts, by name',
      access: inPlace('account.list'),
      answer: z.array(account),
      handle: async () => (await accounts.list()).map(presentAccount),
    }),
    defineRoute({
      method: 'post',
      path: '/api/accounts/invitations',
      tag,
      summary: 'Make a one-time link that makes an account',
      access: inPlace('account.invite'),
      body: inviteAccountRequest,
      status: 201,
      answer: issuedAccountLink,
      errors: ['email_taken'],
      async handle({ body: { role, name = null, email = null }, origin }) {
        return presentIssuedLink(await links.invite({ role, name, email }), origin)
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/api/accounts/:id',
      tag,
      summary: 'Rename an account, change its role, switch it off or on',
      access: inPlace('account.update'),
      body: updateAccountRequest,
      answer: account,
      errors: ['account_not_found', 'last_administrator'],
      async handle({ params, body }) {
        const updated = await accounts.update(params.id, body)
        if (body.isDisabled) boards.disconnectAccount(params.id)
        return presentAccount(updated)
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/accounts/:id/reset-link',
      tag,
      summary: 'Make a one-time link that sets a new password',
      access: inPlace('account.reset'),
      status: 201,
      answer: issuedAccountLink,
      errors: ['account_not_found'],
      handle: async ({ params, origin }) => presentIssuedLink(await links.issueForReset(params.id), origin),
    }),
  ]
}
