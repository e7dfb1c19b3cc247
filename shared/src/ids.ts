/** The shape of our own ids (pilots, boards, participants, accounts): url-safe, made by the server. */
export const entityIdPattern = /^[A-Za-z0-9_-]{8,40}$/

/** The shape of a tldraw record's id as Tablecloth stores it. A slash would make a composite key ambiguous. */
export const recordIdPattern = /^[a-z_]+:[A-Za-z0-9_-]{1,64}$/

/** Letters and digits of a typed invitation code: without 0/O and 1/I, which people misread. */
export const inviteCodeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const inviteCodeLength = 6

/** People type codes in lower case and with spaces or dashes; this is the form that is stored and compared. */
export function normaliseInviteCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}
