/** The head of a frame from a client (RFC 6455, 5.2). */
export type FrameHead = {
  readonly isFinal: boolean
  /** Its three reserved bits. */
  readonly reserved: number
  readonly opcode: number
  readonly isMasked: boolean
  /** Where its mask is, if it has one, or its payload. */
  readonly maskAt: number
  readonly length: number
  readonly end: number
}

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** The one that says that a message is compressed (RFC 7692, 6). */
export const deflatedBit = 0x40

const maskBytes = 4
/** Up to here a length says itself; then it is in the next two bytes, or in eight. */
const lengthInTwo = 126
const lengthInEight = 127

/** @returns undefined while it does not say yet how long it is. */
export function readHead(data: Buffer, at: number): FrameHead | undefined {
  const first = data[at]
  const second = data[at + 1]
  if (first === undefined || second === undefined) return undefined
  const short = second & 0x7f
  const maskAt = at + (short < lengthInTwo ? 2 : short === lengthInTwo ? 4 : 10)
  if (maskAt > data.length) return undefined
  const length =
    short < lengthInTwo
      ? short
      : short === lengthInEight
        ? Number(data.readBigUInt64BE(at + 2))
        : data.readUInt16BE(at + 2)
  const isMasked = second >= 0x80
  return {
    isFinal: (first & 0x80) !== 0,
    reserved: first & 0x70,
    opcode: first & 0x0f,
    isMasked,
    maskAt,
    length,
    end: maskAt + (isMasked ? maskBytes : 0) + length,
  }
}

/** The payload, in bytes of its own. */
export function unmask(data: Buffer, maskAt: number, length: number): Uint8Array {
  const payload = new Uint8Array(length)
  const from = maskAt + maskBytes
  for (let i = 0; i < length; i += 1) payload[i] = (data[from + i] ?? 0) ^ (data[maskAt + (i & 3)] ?? 0)
  return payload
}

export type Quick = { readonly message: Uint8Array; readonly end: number }

const finalBinary = 0x82

/** What comes most of all: one plain binary message in one whole frame of less than 64 kB. Undefined for all others. */
export function readQuick(data: Buffer, at: number): Quick | undefined {
  const second = data[at + 1] ?? 0
  if (data[at] !== finalBinary || second < 0x80) return undefined
  let length = second - 0x80
  let maskAt = at + 2
  if (length === lengthInEight) return undefined
  if (length === lengthInTwo) {
    if (data.length < at + 4) return undefined
    length = data.readUInt16BE(maskAt)
    maskAt += 2
  }
  const end = maskAt + maskBytes + length
  return end > data.length ? undefined : { message: unmask(data, maskAt, length), end }
}
