import { crc32 } from 'node:zlib'

/** Of a stored update or snapshot: tells a damaged row from a good one. Not for anything an attacker may choose. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes)
}
