import { z } from 'zod'
import { DomainError } from '#shared/errors.ts'
import { networkAddresses } from '#shared/http/invites.ts'
import { settings } from '#shared/http/settings.ts'
import type { Caller } from '../../../domain/access/caller.ts'
import type { ParticipantStore } from '../../../domain/participant/participant-store.ts'
import { type Access, anyone, defineRoute, type Route } from '../route.ts'

/** What a page needs to know of the server, and what a facilitator needs to know of the machine. */
export function operationRoutes(ports: {
  participants: ParticipantStore
  /** Asked each time: a laptop changes networks. */
  listOrigins: () => readonly string[]
  tldrawLicenseKey: string | undefined
  /** The document of all routes; asked once they are all known. */
  describe: () => unknown
}): Route[] {
  const { participants, listOrigins, tldrawLicenseKey, describe } = ports
  const tag = 'operation'
  return [
    defineRoute({
      method: 'get',
      path: '/api/network-addresses',
      tag,
      summary: 'Where phones in the same network reach this server',
      access: whoInvites(participants),
      answer: networkAddresses,
      handle: async () => ({ origins: [...listOrigins()] }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/settings',
      tag,
      summary: 'What the pages need to know of this server',
      access: anyone,
      answer: settings,
      handle: async () => ({ tldrawLicenseKey: tldrawLicenseKey ?? null }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/openapi.json',
      tag,
      summary: 'This document',
      access: anyone,
      answer: z.record(z.string(), z.unknown()).meta({ id: 'OpenApi', description: 'An OpenAPI 3.1 document.' }),
      handle: async () => z.record(z.string(), z.unknown()).parse(describe()),
    }),
  ]
}

/** Account holders, and co-facilitators of any board. */
function whoInvites(participants: ParticipantStore): Access<void> {
  async function mayInvite(caller: Caller): Promise<boolean> {
    switch (caller.kind) {
      case 'nobody':
        return false
      case 'operator':
      case 'account':
        return true
      case 'participant':
        return caller.participant.role === 'facilitator'
      case 'guest':
        return participants.isFacilitatorSomewhere(caller.guestId)
    }
  }
  return {
    needsSignIn: true,
    errors: ['not_signed_in', 'not_allowed'],
    async check(caller) {
      if (await mayInvite(caller)) return
      throw new DomainError(caller.kind === 'nobody' ? 'not_signed_in' : 'not_allowed')
    },
  }
}
