const firstDelayMs = 300
/** A line that comes back is used within a few seconds, however long it was away. */
const maxDelayMs = 6_000

/**
 * How long to wait before the next attempt: longer each time, and never the same for everybody, or a room full of people
 * would come back to a restarted server in one blow.
 *
 * @param failures - attempts that failed since the last complete sync, this one included.
 * @param random - from 0 to below 1.
 */
export function reconnectDelayMs(failures: number, random: number): number {
  const ceilingMs = Math.min(maxDelayMs, firstDelayMs * 2 ** Math.min(failures, 16))
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * random)
}
