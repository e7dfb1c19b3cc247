import { SyncType } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'

/**
 * A WebSocket that tells of each sync frame just before it is sent, and of each message. y-websocket says neither when it
 * sends nor what, and counting next to it would go wrong with its next version.
 */
export function countSyncFrames(
  Socket: typeof WebSocket,
  onFrame: (kind: 'step2' | 'update', number: number, socket: WebSocket) => void,
  onMessage: () => void,
): typeof WebSocket {
  return class CountingSocket extends Socket {
    #frames = 0

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', onMessage)
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const kind = kindOf(data)
      if (kind) {
        this.#frames += 1
        onFrame(kind, this.#frames, this)
      }
      super.send(data as ArrayBufferView<ArrayBuffer>)
    }
  }
}

function kindOf(data: unknown): 'step2' | 'update' | undefined {
  if (!(data instanceof Uint8Array) || data[0] !== MessageType.sync) return undefined
  if (data[1] === SyncType.step2) return 'step2'
  return data[1] === SyncType.update ? 'update' : undefined
}
