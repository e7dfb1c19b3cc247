import { z } from 'zod'
import { maxOrganisationLength, maxPersonNameLength } from '../limits.ts'
import { country, entityId, line, personPlace, role, standsFor, timeMs } from './common.ts'

export const invite = z
  .object({
    id: entityId,
    boardId: entityId,
    role,
    /** Six characters, for typing. */
    code: z.string(),
    /** Carries a long secret instead of the code, so that it needs no limit on guesses. */
    url: z.string(),
    isSwitchedOff: z.boolean(),
    expiresAtMs: timeMs.nullable(),
    createdAtMs: timeMs,
    /** How many people have come in by it. */
    joinedCount: z.number().int(),
  })
  .meta({ id: 'Invite' })
export type Invite = z.infer<typeof invite>

export const createInviteRequest = z.strictObject({ role, expiresAtMs: timeMs.nullish() })
export const updateInviteRequest = z.strictObject({ isSwitchedOff: z.boolean() })

/** What the join page shows before anything is given. `me` is who this device is already, if it has been here. */
export const invitePreview = z
  .object({
    boardId: entityId,
    boardTitle: z.string(),
    pilotTitle: z.string(),
    invitedBy: z.string().nullable(),
    role,
    isDoorLocked: z.boolean(),
    me: z.object({ name: z.string(), country: z.string().nullable(), organisation: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'InvitePreview' })
export type InvitePreview = z.infer<typeof invitePreview>

/** `code` is the six typed characters, or the long secret of a link. */
export const joinRequest = z.strictObject({
  code: z.string().trim().min(1).max(64),
  name: line(maxPersonNameLength).min(1),
  country: country.nullish(),
  organisation: line(maxOrganisationLength).nullish(),
  /** Can be said later as well. */
  place: personPlace.nullish(),
  /** Of a table's device. */
  standsFor: standsFor.optional(),
  /** On a device that somebody else has joined from: a person of her own, who is the one the device knows from now on. */
  isSomebodyElse: z.boolean().optional(),
})
export const joinResponse = z
  .object({ token: z.string(), boardId: entityId, role, participantId: entityId })
  .meta({ id: 'Joined' })
export type Joined = z.infer<typeof joinResponse>

/** Addresses of this machine in the local network, for a dialog opened as localhost. */
export const networkAddresses = z.object({ origins: z.array(z.string()) }).meta({ id: 'NetworkAddresses' })
export type NetworkAddresses = z.infer<typeof networkAddresses>
