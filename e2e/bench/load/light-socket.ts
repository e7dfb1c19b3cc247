import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { constants, inflateRawSync } from 'node:zlib'

/**
 * A WebSocket client with nothing in it that costs: one person of hundreds in one process. It reads frames where they
 * lie, counts what comes over the wire, and can stop reading as a stuck browser does. It offers to compress, as browsers
 * and `ws` do, and like `ws` compresses nothing small itself.
 */
export type LightSocket = {
  /** Bytes that came over the wire, the handshake and the frames' heads included. */
  readonly bytesRead: number
  readonly isOpen: boolean
  send(payload: Uint8Array): void
  /** Takes nothing more from the kernel until `resume`. */
  pause(): void
  resume(): void
  close(): void
}

export type LightSocketEvents = {
  onOpen(): void
  /** The payload is valid only during the call. */
  onMessage(payload: Buffer): void
  /** Whether all of a message is wanted; otherwise of a compressed one the beginning is unpacked, to know what it is. */
  readonly isReadWhole: boolean
  /** @param code - the close frame's, 0 without one; an HTTP status where the upgrade was refused. */
  onClose(code: number): void
}

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const nothing = Buffer.alloc(0)
const beginningBytes = 512
const noMask = Buffer.alloc(4)
const finishFlush = constants.Z_SYNC_FLUSH

/** What a room is told goes to everybody in it, who unpack it on machines of their own: here it is done once. */
const keptBelowBytes = 64 * 1024
const lastInflated: { packed: Buffer; message: Buffer }[] = []
const keptMessages = 8
let oldest = 0

function inflateKept(packed: Buffer): Buffer {
  for (const kept of lastInflated) if (kept.packed.equals(packed)) return kept.message
  const message = inflateRawSync(packed, { finishFlush })
  lastInflated[oldest] = { packed: Buffer.from(packed), message }
  oldest = (oldest + 1) % keptMessages
  return message
}

/** All lines read into one place, one after another: what is not read to its end is copied. */
const readInto = Buffer.alloc(1024 * 1024)

export function openLightSocket(address: string, events: LightSocketEvents): LightSocket {
  const url = new URL(address)
  const socket: Socket = connect({
    host: url.hostname,
    port: Number(url.port),
    noDelay: true,
    onread: {
      buffer: readInto,
      callback(length) {
        const chunk = readInto.subarray(0, length)
        if (isOpen) onData(chunk)
        else onHandshake(chunk)
        return true
      },
    },
  })
  let isOpen = false
  let isClosed = false
  let closeCode = 0
  let kept: Buffer = nothing
  let parts: Buffer[] = []

  const write = (opcode: number, payload: Uint8Array) => {
    // A mask of zeros is a mask: the server's work is the same, ours is none.
    const { byteLength } = payload
    const head = byteLength < 126 ? Buffer.alloc(2) : byteLength < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10)
    head[0] = 0x80 | opcode
    head[1] = 0x80 | (byteLength < 126 ? byteLength : byteLength < 65_536 ? 126 : 127)
    if (head.length === 4) head.writeUInt16BE(byteLength, 2)
    if (head.length === 10) head.writeBigUInt64BE(BigInt(byteLength), 2)
    socket.write(Buffer.concat([head, noMask, payload]))
  }

  const inflate = (payload: Buffer): Buffer =>
    payload.byteLength > keptBelowBytes && !events.isReadWhole
      ? inflateRawSync(payload.subarray(0, beginningBytes), { finishFlush })
      : inflateKept(payload)

  const onFrame = (opcode: number, isFinal: boolean, isDeflated: boolean, payload: Buffer) => {
    switch (opcode) {
      case opcodes.ping:
        write(opcodes.pong, payload)
        return
      case opcodes.close:
        closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
        socket.end()
        return
      case opcodes.pong:
        return
    }
    if (isFinal && parts.length === 0) {
      events.onMessage(isDeflated ? inflate(payload) : payload)
      return
    }
    parts.push(Buffer.from(payload))
    if (!isFinal) return
    const whole = Buffer.concat(parts)
    parts = []
    events.onMessage(whole)
  }

  /** @returns where the first frame begins that is not all there. */
  const readFrames = (data: Buffer): number => {
    let at = 0
    while (data.length - at >= 2) {
      const first = data[at] ?? 0
      let length = (data[at + 1] ?? 0) & 0x7f
      let head = 2
      if (length === 126) {
        head = 4
        if (data.length - at < head) break
        length = data.readUInt16BE(at + 2)
      } else if (length === 127) {
        head = 10
        if (data.length - at < head) break
        length = Number(data.readBigUInt64BE(at + 2))
      }
      if (data.length - at < head + length) break
      const payload = data.subarray(at + head, at + head + length)
      onFrame(first & 0x0f, (first & 0x80) !== 0, (first & 0x40) !== 0, payload)
      at += head + length
    }
    return at
  }

  /** Large frames come in many chunks: they are joined once, when all is there, not at each chunk. */
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const missingBytes = (): number => {
    if (kept.length < 2) return 1
    const length = (kept[1] ?? 0) & 0x7f
    if (length === 126) return kept.length < 4 ? 1 : 4 + kept.readUInt16BE(2) - kept.length
    if (length === 127) return kept.length < 10 ? 1 : 10 + Number(kept.readBigUInt64BE(2)) - kept.length
    return 2 + length - kept.length
  }

  const onData = (chunk: Buffer) => {
    if (kept.length > 0 && waitingBytes + chunk.length < missingBytes()) {
      waiting.push(Buffer.from(chunk))
      waitingBytes += chunk.length
      return
    }
    const data = kept.length > 0 ? Buffer.concat([kept, ...waiting, chunk]) : chunk
    waiting = []
    waitingBytes = 0
    const end = readFrames(data)
    kept = end === data.length ? nothing : Buffer.from(data.subarray(end))
  }

  const onHandshake = (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk])
    const end = kept.indexOf('\r\n\r\n')
    if (end < 0) return
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(kept.toString('latin1', 0, end))?.[1] ?? 0)
    if (status !== 101) {
      closeCode = status
      socket.destroy()
      return
    }
    const rest = kept.subarray(end + 4)
    kept = nothing
    isOpen = true
    events.onOpen()
    if (rest.length > 0) onData(rest)
  }

  socket.on('connect', () => {
    const key = randomBytes(16).toString('base64')
    socket.write(
      `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n`,
    )
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isOpen = false
    if (isClosed) return
    isClosed = true
    events.onClose(closeCode)
  })

  return {
    get bytesRead() {
      return socket.bytesRead
    },
    get isOpen() {
      return isOpen
    },
    send(payload) {
      if (isOpen) write(opcodes.binary, payload)
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    close() {
      if (isOpen) write(opcodes.close, Buffer.from([0x03, 0xe8]))
      socket.end()
      // What the server still sends would keep the line open for as long as it likes.
      socket.resume()
      setTimeout(() => socket.destroy(), 500).unref()
    },
  }
}
