import { DomainError } from '#shared/errors.ts'
import { normaliseInviteCode } from '#shared/ids.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { operatorId } from '../access/caller.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { Clock } from '../clock.ts'
import { longSecretPattern, type Secrets } from '../secrets.ts'
import type { Invite, InviteSummary } from './invite.ts'
import type { InviteStore } from './invite-store.ts'
import type { CodeSender, WrongCodeLimit } from './wrong-code-limit.ts'

/** A free code is found at once unless there are hundreds of millions of invitations; this only ends a broken loop. */
const maxCodeAttempts = 20

/** An invitation with the secret of its link. */
export type IssuedInvite = InviteSummary & { readonly secret: string }
export type Invites = ReturnType<typeof createInvites>

export function createInvites(ports: {
  store: InviteStore
  secrets: Secrets
  clock: Clock
  wrongCodes: WrongCodeLimit
}) {
  const { store, secrets, clock, wrongCodes } = ports
  const withSecret = (invite: InviteSummary): IssuedInvite => ({ ...invite, secret: secretOf(invite.id) })

  // Facilitators see a link again weeks later, so it is derived from the id; the database alone does not give it away.
  function secretOf(inviteId: string): string {
    return secrets.derive(`invite:${inviteId}`)
  }

  async function get(boardId: string, id: string): Promise<IssuedInvite> {
    const invite = await store.get(boardId, id)
    if (!invite) throw new DomainError('not_found')
    return withSecret(invite)
  }

  return {
    async create(member: BoardMember, role: Role, expiresAtMs: number | null): Promise<IssuedInvite> {
      const id = secrets.newId()
      for (let attempt = 0; attempt < maxCodeAttempts; attempt += 1) {
        const isKept = await store.create({
          id,
          boardId: member.boardId,
          role,
          code: secrets.newInviteCode(),
          secretHash: secrets.hash(secretOf(id)),
          invitedBy: member.participantId === operatorId ? null : member.name,
          isSwitchedOff: false,
          expiresAtMs,
          createdAtMs: clock.nowMs(),
        })
        if (isKept) return get(member.boardId, id)
      }
      throw new Error('no free invitation code was found')
    },

    async list(boardId: string): Promise<readonly IssuedInvite[]> {
      return (await store.listByBoard(boardId)).map(withSecret)
    },

    /** Stops new people from coming in by it; those who are in stay. @throws {DomainError} `not_found` */
    async setSwitchedOff(boardId: string, id: string, isSwitchedOff: boolean): Promise<IssuedInvite> {
      await store.setSwitchedOff(boardId, id, isSwitchedOff)
      return get(boardId, id)
    },

    /**
     * The invitation of a typed code or of a link's long secret. Wrong typed codes are counted by `sender`; links
     * never are: nobody guesses 256 bits, and a room behind one address must always get in by its QR code.
     *
     * @throws {DomainError} `unknown_code`, `too_many_wrong_codes`, `invite_expired`, `invite_switched_off`
     */
    async find(codeOrSecret: string, sender: CodeSender): Promise<Invite> {
      const invite = await (longSecretPattern.test(codeOrSecret)
        ? store.findBySecret(secrets.hash(codeOrSecret))
        : wrongCodes.guard(sender, () => store.findByCode(normaliseInviteCode(codeOrSecret))))
      if (!invite) throw new DomainError('unknown_code')
      if (invite.isSwitchedOff) throw new DomainError('invite_switched_off')
      if (invite.expiresAtMs !== null && invite.expiresAtMs <= clock.nowMs()) throw new DomainError('invite_expired')
      return invite
    },
  }
}
