import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import { encodeAwareness } from '#shared/protocol/frames.ts'

/**
 * Sends one's own awareness alone. y-websocket sends everybody's back to the server, which knows it: with a hundred
 * people that is most of what a client would send.
 *
 * @returns the stop.
 */
export function sendOwnAwareness(
  awareness: Awareness,
  provider: WebsocketProvider,
  send: (frame: Uint8Array) => void,
): () => void {
  awareness.off('update', provider._awarenessUpdateHandler)
  const onAwareness = (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
    const own = awareness.clientID
    if (!Object.values(changes).some((ids) => ids.includes(own))) return
    const clock = awareness.meta.get(own)?.clock
    if (clock === undefined) return
    const state = new TextEncoder().encode(JSON.stringify(awareness.getLocalState()))
    send(encodeAwareness([{ clientId: own, clock, state }]))
  }
  awareness.on('update', onAwareness)
  return () => awareness.off('update', onAwareness)
}
