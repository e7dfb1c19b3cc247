import type { WebSocket } from 'ws'
import type { RoomClock } from '../../domain/room/clock.ts'

/** A client that does not answer our closing is cut off after this: `ws` waits for ten times as long, and a stop with it. */
const closeWithinMs = 3_000

/** Closes a socket, whatever its other side makes of it. */
export function closeInTime(
  socket: WebSocket,
  clock: Pick<RoomClock, 'after'>,
  { code, reason }: { readonly code: number; readonly reason?: string },
): void {
  socket.close(code, reason)
  const stop = clock.after(closeWithinMs, () => socket.terminate())
  socket.once('close', stop)
}
