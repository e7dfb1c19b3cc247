import { encodeUtf8 } from 'lib0/string'
import { describe, expect, test } from 'vitest'
import { ProtocolError } from '../errors.ts'
import { goneState, isGone } from './awareness-entries.ts'
import { type CloseKind, closeCodes } from './close-codes.ts'
import { encodeOwnCursor } from './cursors.ts'
import { decodeClientFrame, encodeAwareness, encodeSync } from './frames.ts'

const bytes = encodeUtf8

describe('a frame from a client', () => {
  test.each(['step1', 'step2', 'update'] as const)('of sync %s reads as it was written', (kind) => {
    const read = decodeClientFrame(encodeSync(kind, Uint8Array.of(1, 2, 3)))
    const payload = 'update' in read ? read.update : 'stateVector' in read ? read.stateVector : undefined
    expect(read.kind).toBe(kind)
    expect(payload).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('of awareness keeps each state as the bytes it came in', () => {
    const entries = [
      { clientId: 4_294_967_295, clock: 7, state: bytes('{"naïve":"日本"}') },
      { clientId: 1, clock: 0, state: goneState },
    ]
    expect(decodeClientFrame(encodeAwareness(entries))).toEqual({ kind: 'awareness', entries })
    expect(entries.map(({ state }) => isGone(state))).toEqual([false, true])
  })

  test('of a cursor is a place in whole units, or none', () => {
    expect(decodeClientFrame(encodeOwnCursor({ x: -12.4, y: 3.6 }))).toEqual({
      kind: 'cursor',
      point: { x: -12, y: 4 },
    })
    expect(decodeClientFrame(encodeOwnCursor(null))).toEqual({ kind: 'cursor', point: null })
  })

  test('is refused when it is cut anywhere', () => {
    for (const frame of [
      encodeSync('update', bytes('some bytes')),
      encodeAwareness([{ clientId: 300, clock: 1, state: bytes('{}') }]),
      encodeOwnCursor({ x: 1_000, y: -1_000 }),
    ]) {
      for (let length = 0; length < frame.length; length += 1) {
        expect(() => decodeClientFrame(frame.subarray(0, length))).toThrow(ProtocolError)
      }
      expect(() => decodeClientFrame(Uint8Array.of(...frame, 1))).toThrow(ProtocolError)
    }
  })

  test('never reads beyond its end into the memory it lies in', () => {
    const memory = bytes('\u0000\u0002\u0020secret of somebody else, thirty-two and more')
    expect(() => decodeClientFrame(memory.subarray(0, 6))).toThrow(ProtocolError)
  })
})

describe('close codes', () => {
  test('fit their frame and lie where y-websocket 3.1 stops or comes back as meant', () => {
    const finals: CloseKind[] = ['unreadable', 'noAccess', 'removed', 'deleted', 'freshDocumentNeeded', 'tooLarge']
    for (const [kind, { code, reason }] of Object.entries(closeCodes)) {
      expect(bytes(reason).length).toBeLessThanOrEqual(123)
      expect(code >= 4400 && code < 4500).toBe(finals.includes(kind as CloseKind))
    }
  })
})
