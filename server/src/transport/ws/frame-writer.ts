import type { Duplex } from 'node:stream'

/** Above it a message is not worth copying behind its header. */
const copyBelowBytes = 64 * 1024

/** What was framed last: a flush hands the same few messages to one receiver after another. */
const lastFramed: { message: Uint8Array; frame: Buffer }[] = []
const keptFrames = 6
let oldest = 0

/**
 * Writes one binary WebSocket message (RFC 6455, 5.2: final, not masked) to the line that carries it.
 * What goes to many is framed once, and one write takes one call of the system: `ws` makes a header for each receiver and
 * writes two buffers. Between the writes of `ws` itself, which are whole frames, too, as long as it compresses nothing.
 */
export function writeMessage(line: Duplex, message: Uint8Array, isDeflated: boolean): void {
  if (message.byteLength >= copyBelowBytes) {
    line.cork()
    line.write(headerOf(message.byteLength, isDeflated))
    line.write(message)
    line.uncork()
    return
  }
  line.write(frameOf(message, isDeflated))
}

function frameOf(message: Uint8Array, isDeflated: boolean): Buffer {
  for (const framed of lastFramed) if (framed.message === message) return framed.frame
  const header = headerOf(message.byteLength, isDeflated)
  const frame = Buffer.allocUnsafe(header.byteLength + message.byteLength)
  frame.set(header)
  frame.set(message, header.byteLength)
  lastFramed[oldest] = { message, frame }
  oldest = (oldest + 1) % keptFrames
  return frame
}

const finalBinary = 0x82
/** Its first reserved bit says that it is compressed (RFC 7692, 6). */
const finalDeflated = 0xc2

function headerOf(length: number, isDeflated: boolean): Buffer {
  const first = isDeflated ? finalDeflated : finalBinary
  if (length < 126) return Buffer.from([first, length])
  if (length < 65_536) {
    const header = Buffer.from([first, 126, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header[0] = first
  header[1] = 127
  header.writeUIntBE(length, 4, 6)
  return header
}
