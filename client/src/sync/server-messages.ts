import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import { SyncType } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'

/** The server's messages beside y-websocket's own. */
export interface ServerMessages {
  on<T>(type: number, read: (decoder: decoding.Decoder) => T, take: (message: T) => void): void
}

export function listenToServer(provider: WebsocketProvider): ServerMessages {
  return {
    on(type, read, take) {
      provider.messageHandlers[type] = (_encoder, decoder) => {
        let message: ReturnType<typeof read>
        try {
          message = read(decoder)
        } catch {
          // A message that this version cannot read is from a newer server: better without it than without the board.
          return
        }
        take(message)
      }
    },
  }
}

/**
 * Lets updates wait for what comes before them. Step 1 is a question: its answer is what the server does not have.
 *
 * @param answer - Runs what makes the answer and sends it: at once, or when it may be told.
 */
export function holdBackUpdates(
  provider: WebsocketProvider,
  inOrder: (run: () => void) => void,
  answer: (run: (encoder: encoding.Encoder) => void) => void,
): void {
  const take = provider.messageHandlers[MessageType.sync]
  if (!take) return
  provider.messageHandlers[MessageType.sync] = (_encoder, decoder, ...rest) => {
    if (decoder.arr[decoder.pos] === SyncType.step1) answer((own) => take(own, decoder, ...rest))
    // Only a step 1 has an answer: nobody waits for the encoder.
    else inOrder(() => take(encoding.createEncoder(), decoder, ...rest))
  }
}
