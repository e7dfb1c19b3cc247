/**
 * Writes lib0's numbers and byte arrays into one array of exactly the right size: what lib0's own encoder costs in arrays
 * that grow is, for the frames a server makes thousands of times a second, most of their cost.
 */

export function sizeOfVarUint(value: number): number {
  let size = 1
  for (let left = value; left >= 128; left = Math.floor(left / 128)) size += 1
  return size
}

export function sizeOfVarBytes(bytes: Uint8Array): number {
  return sizeOfVarUint(bytes.byteLength) + bytes.byteLength
}

/** @returns where the next one goes. */
export function writeVarUint(into: Uint8Array, at: number, value: number): number {
  let left = value
  let next = at
  for (; left >= 128; left = Math.floor(left / 128)) {
    into[next] = (left % 128) + 128
    next += 1
  }
  into[next] = left
  return next + 1
}

export function writeVarBytes(into: Uint8Array, at: number, bytes: Uint8Array): number {
  const start = writeVarUint(into, at, bytes.byteLength)
  into.set(bytes, start)
  return start + bytes.byteLength
}
