import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ProtocolError } from '../errors.ts'

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

/** The body of an awareness message, without its type. */
export function encodeAwarenessEntries(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint8Array(encoder, state)
    }
  })
}
