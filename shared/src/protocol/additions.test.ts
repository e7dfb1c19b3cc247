import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import { ProtocolError } from '../errors.ts'
import { encodeCursors, readCursors } from './cursors.ts'
import { decodeClientFrame } from './frames.ts'
import { MessageType } from './message-types.ts'
import type { Person } from './messages.ts'
import { encodeEcho, encodePace, encodeWantsCursors, readEcho, readPace } from './pace.ts'
import { encodePiece, readPiece } from './pieces.ts'
import { encodeReaction, encodeReactionCounts, type Reaction, reactions, readReactionCounts } from './reactions.ts'
import { encodeSession, peopleAfter, readSessionMessage } from './session.ts'

/** What a client reads of a server's frame, once it knows the type. */
function bodyOf(frame: Uint8Array, type: number): decoding.Decoder {
  const decoder = decoding.createDecoder(frame)
  expect(decoding.readVarUint(decoder)).toBe(type)
  return decoder
}

const person = (participantId: string, name = participantId): Person => ({
  participantId,
  connections: [{ clientId: 4_294_967_295, seat: 0 }],
  name,
  country: null,
  organisation: null,
  place: null,
  standsFor: 1,
  role: 'editor',
  colour: 0,
})

describe('pointers by seat', () => {
  test('[PR9] read as they were written, in whole units', () => {
    const cursors = [
      { seat: 0, point: { x: -12_000, y: 8_000 } },
      { seat: 63, point: null },
      { seat: 1_000, point: { x: 0, y: -1 } },
    ]
    expect(readCursors(bodyOf(encodeCursors(cursors), MessageType.cursors))).toEqual(cursors)
    const rough = encodeCursors([{ seat: 1, point: { x: 1.4, y: -1.6 } }])
    expect(readCursors(bodyOf(rough, MessageType.cursors))).toEqual([{ seat: 1, point: { x: 1, y: -2 } }])
  })

  test('[PR9] cost five to seven bytes each on a board of ordinary size', () => {
    const cursors = Array.from({ length: 1_000 }, (_, seat) => ({ seat, point: { x: seat * 8, y: -seat * 8 } }))
    expect(encodeCursors(cursors.slice(0, 60)).byteLength).toBeLessThan(60 * 5 + 4)
    expect(encodeCursors(cursors).byteLength).toBeLessThan(1_000 * 6 + 4)
  })
})

describe('a piece', () => {
  test('reads as it was written', () => {
    const piece = { from: 16_384, total: 140_000, bytes: Uint8Array.of(0, 255, 1) }
    expect(readPiece(bodyOf(encodePiece(piece), MessageType.piece))).toEqual(piece)
  })
})

describe('pace and echo', () => {
  test('read as they were written, in both directions', () => {
    expect(readPace(bodyOf(encodePace(249.6), MessageType.pace))).toBe(250)
    expect(decodeClientFrame(encodeWantsCursors(false))).toEqual({ kind: 'pace', wantsCursors: false })
    expect(decodeClientFrame(encodeWantsCursors(true))).toEqual({ kind: 'pace', wantsCursors: true })
    expect(readEcho(bodyOf(encodeEcho(70_000), MessageType.echo))).toBe(70_000)
    expect(decodeClientFrame(encodeEcho(3))).toEqual({ kind: 'echo', number: 3 })
  })
})

describe('reactions', () => {
  test.each(reactions)('[PR15] %s reads as it was written, one or many', (reaction) => {
    expect(decodeClientFrame(encodeReaction(reaction))).toEqual({ kind: 'reaction', reaction })
    const counts = new Map<Reaction, number>([[reaction, 300]])
    expect(readReactionCounts(bodyOf(encodeReactionCounts(counts), MessageType.reactions))).toEqual(counts)
  })

  test('[PR15] of a newer server are left out, and of a client refused', () => {
    const unknown = Uint8Array.of(MessageType.reactions, 2, reactions.length, 5, 0, 1)
    expect(readReactionCounts(bodyOf(unknown, MessageType.reactions))).toEqual(new Map([['thumbs_up', 1]]))
    expect(() => decodeClientFrame(Uint8Array.of(MessageType.reactions, reactions.length))).toThrow(ProtocolError)
  })
})

describe('who is here', () => {
  const whole = {
    version: 1,
    self: { participantId: 'ana', role: 'editor' },
    people: [person('ana'), person('ben')],
  } as const

  test('[PR10] is the whole list at first, then what became different', () => {
    const read = (message: Parameters<typeof encodeSession>[0]) =>
      readSessionMessage(bodyOf(encodeSession(message), MessageType.session))
    const first = peopleAfter([person('from before')], read({ ...whole, people: [...whole.people] }))
    expect(first).toEqual(whole.people)
    const change = read({ version: 2, changed: [person('ben', 'Ben'), person('vera')], left: ['ana'] })
    expect(peopleAfter(first, change).map(({ name }) => name)).toEqual(['Ben', 'vera'])
  })
})
