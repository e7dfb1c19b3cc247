import { DomainError } from '#shared/errors.ts'
import type { AccountStore } from '../account/account-store.ts'
import type { Credentials } from '../board/board-member.ts'
import type { Clock } from '../clock.ts'
import type { ParticipantStore } from '../participant/participant-store.ts'
import type { Secrets } from '../secrets.ts'
import type { Caller } from './caller.ts'
import { readDevice } from './device.ts'
import { deviceCookie, readCookie, signInCookie } from './read-cookie.ts'

/** @throws {DomainError} `not_signed_in` for a token that nobody issued: falling back to a cookie would hide the fault. */
export type Authenticate = (credentials: Credentials) => Promise<Caller>

export function createAuthenticate(ports: {
  accounts: AccountStore
  participants: ParticipantStore
  secrets: Secrets
  clock: Clock
  adminToken: string | undefined
}): Authenticate {
  const { accounts, participants, secrets, clock } = ports
  const adminTokenHash = ports.adminToken === undefined ? undefined : secrets.hash(ports.adminToken)

  return async ({ token, cookie }) => {
    if (token !== undefined) {
      // Hashes are compared, so that the time it takes says nothing about the right token.
      const tokenHash = secrets.hash(token)
      if (tokenHash === adminTokenHash) return { kind: 'operator' }
      const participant = await participants.findByToken(tokenHash)
      if (!participant) throw new DomainError('not_signed_in')
      return { kind: 'participant', participant }
    }
    const signInToken = readCookie(cookie, signInCookie)
    if (signInToken) {
      const tokenHash = secrets.hash(signInToken)
      const account = await accounts.findBySignIn(tokenHash, clock.nowMs())
      if (account) return { kind: 'account', account, tokenHash }
    }
    const device = readDevice(secrets, readCookie(cookie, deviceCookie))
    const guestId = device && (await participants.findGuestId(secrets.hash(device.secret)))
    return guestId === undefined ? { kind: 'nobody' } : { kind: 'guest', guestId }
  }
}
