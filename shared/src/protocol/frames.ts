import * as decoding from 'lib0/decoding'
import { ProtocolError } from '../errors.ts'
import {
  type AwarenessEntry,
  readAwarenessEntries,
  sizeOfAwarenessEntries,
  writeAwarenessEntries,
} from './awareness-entries.ts'
import { sizeOfVarBytes, sizeOfVarUint, writeVarBytes, writeVarUint } from './byte-writer.ts'
import { type CursorPoint, readOwnCursor } from './cursors.ts'
import { MessageType } from './message-types.ts'
import { readEcho, readWantsCursors } from './pace.ts'
import { type Reaction, readReaction } from './reactions.ts'

/** Second varUint of a sync frame, as y-protocols has it. */
export const SyncType = { step1: 0, step2: 1, update: 2 } as const

/** What a client may send. `update` bytes are Yjs v1, not yet decoded. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'cursor'; readonly point: CursorPoint }
  | { readonly kind: 'pace'; readonly wantsCursors: boolean }
  | { readonly kind: 'echo'; readonly number: number }
  | { readonly kind: 'reaction'; readonly reaction: Reaction }

/**
 * Reads one frame from a client, byte for byte as y-websocket writes it.
 *
 * @throws {ProtocolError} when `bytes` are not exactly one frame. Trusts nothing about them.
 */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    if (decoding.hasContent(decoder)) throw new ProtocolError('bytes after the frame')
    return frame
  } catch (cause) {
    throw cause instanceof ProtocolError ? cause : new ProtocolError('unreadable frame', { cause })
  }
}

function readFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MessageType.sync:
      return readSync(decoder)
    case MessageType.awareness:
      return { kind: 'awareness', entries: readAwarenessEntries(decoding.readVarUint8Array(decoder)) }
    case MessageType.queryAwareness:
      return { kind: 'queryAwareness' }
    case MessageType.cursors:
      return { kind: 'cursor', point: readOwnCursor(decoder) }
    case MessageType.pace:
      return { kind: 'pace', wantsCursors: readWantsCursors(decoder) }
    case MessageType.echo:
      return { kind: 'echo', number: readEcho(decoder) }
    case MessageType.reactions:
      return { kind: 'reaction', reaction: readReaction(decoder) }
    default:
      throw new ProtocolError(`a client does not send type ${type}`)
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (type) {
    case SyncType.step1:
      return { kind: 'step1', stateVector: bytes }
    case SyncType.step2:
      return { kind: 'step2', update: bytes }
    case SyncType.update:
      return { kind: 'update', update: bytes }
    default:
      throw new ProtocolError(`unknown sync type ${type}`)
  }
}

export function encodeSync(kind: keyof typeof SyncType, bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(2 + sizeOfVarBytes(bytes))
  frame[0] = MessageType.sync
  frame[1] = SyncType[kind]
  writeVarBytes(frame, 2, bytes)
  return frame
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const size = sizeOfAwarenessEntries(entries)
  const frame = new Uint8Array(1 + sizeOfVarUint(size) + size)
  frame[0] = MessageType.awareness
  writeAwarenessEntries(frame, writeVarUint(frame, 1, size), entries)
  return frame
}
