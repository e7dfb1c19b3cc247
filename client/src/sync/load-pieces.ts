import { MessageType } from '#shared/protocol/message-types.ts'
import { type Piece, readPiece } from '#shared/protocol/pieces.ts'
import type { Loading } from './board-connection.ts'
import { createWritable, type Readable } from './readable.ts'
import type { ServerMessages } from './server-messages.ts'

/** Puts together a board, or a large part of one, that comes in compressed pieces (message 104). */
export interface PieceLoader {
  /** Undefined when nothing comes in pieces just now. */
  readonly loading: Readable<Loading | undefined>
  /** Runs at once, or, while pieces come, after what they make up. */
  inOrder(run: () => void): void
  /** The line broke: the next one begins anew. */
  forget(): void
}

type Stream = { readonly writer: WritableStreamDefaultWriter<BufferSource>; readonly update: Promise<Uint8Array> }

export function loadPieces(ports: {
  readonly messages: ServerMessages
  /** Takes the packed board that the pieces made up. */
  readonly apply: (update: Uint8Array) => void
  /** The pieces do not fit together, or make up nothing that can be read. */
  readonly onBroken: () => void
}): PieceLoader {
  const loading = createWritable<Loading | undefined>(undefined)
  let stream: Stream | undefined
  let waiting: (() => void)[] = []

  const drop = () => {
    stream?.writer.abort().catch(() => undefined)
    stream = undefined
    waiting = []
    loading.set(undefined)
  }
  const fail = () => {
    drop()
    ports.onBroken()
  }

  const finish = async (current: Stream) => {
    try {
      await current.writer.close()
      const update = await current.update
      // Another stream has begun, or the line broke meanwhile.
      if (stream !== current) return
      ports.apply(update)
    } catch {
      if (stream === current) fail()
      return
    }
    const held = waiting
    stream = undefined
    waiting = []
    loading.set(undefined)
    for (const run of held) run()
  }

  ports.messages.on(MessageType.piece, readPiece, ({ from, total, bytes }: Piece) => {
    if (from === 0) {
      stream?.writer.abort().catch(() => undefined)
      stream = openGunzip()
    }
    const receivedBytes = from + bytes.byteLength
    if (!stream || (from !== 0 && from !== loading.get()?.receivedBytes) || receivedBytes > total) {
      fail()
      return
    }
    loading.set({ receivedBytes, totalBytes: total })
    // What makes writing fail makes closing fail.
    stream.writer.write(bytes.slice()).catch(() => undefined)
    if (receivedBytes === total) void finish(stream)
  })

  return {
    loading,
    inOrder(run) {
      if (stream) waiting.push(run)
      else run()
    },
    forget: drop,
  }
}

function openGunzip(): Stream {
  const { readable, writable } = new DecompressionStream('gzip')
  const update = new Response(readable).arrayBuffer().then((buffer) => new Uint8Array(buffer))
  update.catch(() => undefined)
  return { writer: writable.getWriter(), update }
}
