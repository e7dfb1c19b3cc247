import { promisify } from 'node:util'
import { constants, inflateRaw, inflateRawSync } from 'node:zlib'
import { maxMessageBytes } from './max-message-bytes.ts'

/** What a sender leaves off each compressed message (RFC 7692, 7.2.1). */
const leftOff = Uint8Array.of(0x00, 0x00, 0xff, 0xff)

/** More than this is unpacked beside the thread that everybody's edits go through. */
const maxHereBytes = 64 * 1024

const inflate = promisify(inflateRaw)
const finishFlush = constants.Z_SYNC_FLUSH

export type Inflated = Uint8Array | Promise<Uint8Array>

/** @throws {Error} as the promise does: `ERR_BUFFER_TOO_LARGE` for what is longer than a message may be, others for what is broken. */
export function inflateMessage(parts: readonly Uint8Array[]): Inflated {
  const packed = Buffer.concat([...parts, leftOff])
  try {
    return ownBytes(inflateRawSync(packed, { finishFlush, maxOutputLength: maxHereBytes }))
  } catch (cause) {
    if (!isTooLarge(cause)) throw cause
    return inflate(packed, { finishFlush, maxOutputLength: maxMessageBytes }).then(ownBytes)
  }
}

export function isTooLarge(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
}

/** What is kept of a message must not keep anything else. */
function ownBytes(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes)
}
