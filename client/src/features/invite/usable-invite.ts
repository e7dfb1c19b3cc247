import type { Invite } from '#shared/http/invites.ts'

/** The invitation to show for a role: the first that still lets people in. */
export function usableInvite(invites: readonly Invite[], role: Invite['role'], nowMs: number): Invite | undefined {
  return invites.find((invite) => invite.role === role && isUsable(invite, nowMs))
}

export function isUsable({ isSwitchedOff, expiresAtMs }: Invite, nowMs: number): boolean {
  return !isSwitchedOff && (expiresAtMs === null || expiresAtMs > nowMs)
}
