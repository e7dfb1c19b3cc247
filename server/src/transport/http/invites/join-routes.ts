import type { Request, Response } from 'express'
import { invitePreview, joinRequest, joinResponse } from '#shared/http/invites.ts'
import { createDevice, type Device } from '../../../domain/access/device.ts'
import type { Invites } from '../../../domain/invite/invites.ts'
import type { CodeSender } from '../../../domain/invite/wrong-code-limit.ts'
import type { Joining } from '../../../domain/participant/join.ts'
import type { Secrets } from '../../../domain/secrets.ts'
import { addressKey } from '../accounts/sign-in-limit.ts'
import { deviceOf, rememberDevice, setDeviceCookie } from '../cookies.ts'
import { anyone, defineRoute, type Route } from '../route.ts'
import { presentInvitePreview } from './present-invite.ts'

/** A guest's side of invitations. `code` is the six typed characters or a link's long secret. */
export function joinRoutes({
  invites,
  joining,
  secrets,
}: {
  invites: Invites
  joining: Joining
  secrets: Secrets
}): Route[] {
  const tag = 'invites'
  const errors = [
    'unknown_code',
    'invite_expired',
    'invite_switched_off',
    'board_deleted',
    'too_many_wrong_codes',
  ] as const
  return [
    defineRoute({
      method: 'get',
      path: '/api/invites/:code',
      tag,
      summary: 'What an invitation leads to',
      access: anyone,
      answer: invitePreview,
      errors,
      async handle({ params, caller, http, reply }) {
        const { device, sender } = knowDevice(secrets, http, reply)
        const found = await invites.find(params.code, sender)
        return presentInvitePreview(found, await joining.preview(found, caller, device))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/join',
      tag,
      summary: 'Join a board, or come back to it; sets the device’s cookie',
      access: anyone,
      body: joinRequest,
      answer: joinResponse,
      errors: [...errors, 'door_locked'],
      async handle({
        body: { code, name, country = null, organisation = null, place, standsFor, isSomebodyElse = false },
        caller,
        http,
        reply,
      }) {
        const { device, sender } = knowDevice(secrets, http, reply)
        const found = await invites.find(code, sender)
        const person = { name, country, organisation: organisation || null, place: place ?? undefined, standsFor }
        const next = isSomebodyElse ? createDevice(secrets) : undefined
        const { participant, token } = await joining.join(found, caller, device, person, next)
        // Only now: who is refused has not taken the place of whom the device knows.
        if (next) setDeviceCookie(http, reply, next)
        return { token, boardId: participant.boardId, role: participant.role, participantId: participant.id }
      },
    }),
  ]
}

/** A device without our cookie is told apart by its address and browser, as well as that goes, and by the cookie it gets. */
function knowDevice(secrets: Secrets, req: Request, res: Response): { device: Device; sender: CodeSender } {
  const known = deviceOf(secrets, req)
  const device = rememberDevice(secrets, req, res)
  const address = addressKey(req)
  const fallback = `${address} ${req.headers['user-agent'] ?? ''}`
  return { device, sender: { address, devices: known ? [device.secret] : [device.secret, fallback] } }
}
