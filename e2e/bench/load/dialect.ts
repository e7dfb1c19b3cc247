/** What a server wants to hear, and the little in which the servers' protocols differ. Plain data: it crosses processes. */
export type Line = {
  /** With the token, where the server wants one. */
  readonly url: string
  /** Hocuspocus puts the document's name before every message; base64, empty elsewhere. */
  readonly prefix: string
  /** Said first, each base64 of a whole message: an authentication, a step 1. */
  readonly hello: readonly string[]
  /** True where the server answers a step 1; a bare relay does not. */
  readonly isSyncing: boolean
  /** True for our own protocol: cursors, saved, pieces. */
  readonly isExtended: boolean
}

export const messageTypes = {
  sync: 0,
  awareness: 1,
  /** Hocuspocus's answer to a step 1 that it does not want answered. */
  syncReply: 4,
} as const
