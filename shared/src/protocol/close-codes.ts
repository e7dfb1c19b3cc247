/**
 * Why the server closes a connection. y-websocket 3.1 takes 4400 to 4499 as final and stops; 4500 to 4599, and any
 * other code, as a reason to come back later. Older stock clients always come back.
 */
export const closeCodes = {
  unreadable: { code: 4400, reason: 'This client sent something the server cannot read.' },
  noAccess: { code: 4401, reason: 'You have no access to this board any more.' },
  removed: { code: 4403, reason: 'You were removed from this board.' },
  deleted: { code: 4404, reason: 'This board was deleted.' },
  freshDocumentNeeded: { code: 4409, reason: 'This copy and the board have parted ways. Load it afresh.' },
  tooLarge: { code: 4413, reason: 'What was sent is larger than a board takes.' },
  cannotOpen: { code: 4500, reason: 'This board cannot be opened right now. Try again in a moment.' },
  goingAway: { code: 4503, reason: 'The server is restarting. Come back in a moment.' },
  tooSlow: { code: 4508, reason: 'The connection is too slow to keep up. Reconnect to catch up.' },
  tooMany: { code: 4529, reason: 'Too many messages at once. Come back in a moment.' },
} as const

export type CloseKind = keyof typeof closeCodes
