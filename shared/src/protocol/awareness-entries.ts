import * as decoding from 'lib0/decoding'
import { ProtocolError } from '../errors.ts'
import { sizeOfVarBytes, sizeOfVarUint, writeVarBytes, writeVarUint } from './byte-writer.ts'

/** One client's state inside an awareness message. `state` is JSON as UTF-8 bytes: passed on, not understood. */
export type AwarenessEntry = { readonly clientId: number; readonly clock: number; readonly state: Uint8Array }

/** JSON's `null`: the client is gone. */
export const goneState: Uint8Array = Uint8Array.of(0x6e, 0x75, 0x6c, 0x6c)

export function isGone(state: Uint8Array): boolean {
  return state.length === goneState.length && state.every((byte, i) => byte === goneState[i])
}

/** Reads the body of an awareness message. @throws {ProtocolError} */
export function readAwarenessEntries(body: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(body)
  const count = decoding.readVarUint(decoder)
  const entries: AwarenessEntry[] = []
  for (let i = 0; i < count; i += 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarUint8Array(decoder)
    entries.push({ clientId, clock, state })
  }
  if (decoding.hasContent(decoder)) throw new ProtocolError('bytes after the awareness states')
  return entries
}

/** The length of an awareness message's body. */
export function sizeOfAwarenessEntries(entries: readonly AwarenessEntry[]): number {
  let size = sizeOfVarUint(entries.length)
  for (const { clientId, clock, state } of entries) {
    size += sizeOfVarUint(clientId) + sizeOfVarUint(clock) + sizeOfVarBytes(state)
  }
  return size
}

/** Writes the body of an awareness message. @returns where it ends. */
export function writeAwarenessEntries(into: Uint8Array, at: number, entries: readonly AwarenessEntry[]): number {
  let next = writeVarUint(into, at, entries.length)
  for (const { clientId, clock, state } of entries) {
    next = writeVarUint(into, next, clientId)
    next = writeVarUint(into, next, clock)
    next = writeVarBytes(into, next, state)
  }
  return next
}
