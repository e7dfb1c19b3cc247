/**
 * First varUint of every frame. 0 to 3 are y-protocols' own; the rest are ours, sent only to a client that connected
 * with `?ext=1`, because a stock client prints an error for a type it does not know.
 */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  session: 101,
  notice: 102,
  cursors: 103,
  piece: 104,
  pace: 105,
  echo: 106,
  reactions: 107,
} as const
