import { createHash } from 'node:crypto'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import type { Varints } from './varints.ts'

/**
 * How a person of the benchmark shows herself, so that whoever receives it can tell whose it is and which one without
 * reading JSON: in awareness by the client id and the clock, in cursors by the place itself.
 */

/** As long as a random id of Yjs on the wire. */
const firstClientId = 0x4000_0000
/** Two bytes for each coordinate, as places on a board have them. */
const firstPlace = 4_096

const presenceBytes = 300

export function clientIdOf(person: number): number {
  return firstClientId + person
}

/**
 * A stock client's presence of about 300 bytes: what tldraw's example shows of a person. A third of it is as random as ids
 * and cameras are, so that it compresses no better than theirs.
 */
function presenceState(person: number): Uint8Array {
  const random = createHash('sha512').update(String(person)).digest()
  const state = {
    user: {
      id: random.toString('base64url', 0, 15),
      name: `Participant ${person}`,
      color: `#${random.toString('hex', 15, 18)}`,
      organisation: '',
    },
    cursor: { x: firstPlace + person, y: firstPlace, type: 'default', rotation: 0 },
    camera: { x: -random.readUInt32BE(18) / 1e6, y: -random.readUInt32BE(22) / 1e6, z: 0.75 },
    page: 'page:page',
    selection: [],
  }
  const missing = presenceBytes - JSON.stringify(state).length
  state.user.organisation = random.toString('base64url', 26).repeat(2).slice(0, Math.max(missing, 0))
  return Buffer.from(JSON.stringify(state))
}

/** From here on a number takes two bytes on the wire, as clocks mostly do, so that frames are of one length. */
export const firstNumber = 128
const lastNumber = 5_000

/**
 * Frames of awareness with the next number in them. Copied from one that is made once: with hundreds of people, making
 * each anew would be most of the generator's work.
 */
export function awarenessFrames(person: number): (number: number) => Uint8Array {
  const entry = { clientId: clientIdOf(person), clock: firstNumber, state: presenceState(person) }
  const model = Buffer.from(encodeAwareness([entry]))
  const clockAt = model.indexOf(Buffer.from([0x80, 0x01]), 3 + 5)
  const placeAt = model.indexOf(`"y":${firstPlace}`) + '"y":'.length
  return (number) => {
    if (number > lastNumber) throw new Error('a person has shown herself too often for one run')
    const frame = Buffer.from(model)
    frame[clockAt] = 0x80 | (number & 0x7f)
    frame[clockAt + 1] = number >> 7
    frame.write(String(firstPlace + number), placeAt, 'latin1')
    return frame
  }
}

export function cursorFrame(person: number, number: number): Uint8Array {
  return encodeOwnCursor({ x: firstPlace + number, y: firstPlace + person })
}

type Seen = (person: number, number: number) => void

/** Reads what follows the type of an awareness message. */
export function readAwareness(from: Varints, seen: Seen): void {
  from.uint()
  const count = from.uint()
  for (let i = 0; i < count; i += 1) {
    const person = from.uint() - firstClientId
    const clock = from.uint()
    const stateBytes = from.uint()
    from.at += stateBytes
    // Four bytes are `null`: somebody has left.
    if (stateBytes > 4) seen(person, clock)
  }
}

/** Reads what follows the type of a cursors message from the server. */
export function readCursors(from: Varints, seen: Seen): void {
  const count = from.uint()
  for (let i = 0; i < count; i += 1) {
    const isGone = from.uint() % 2 === 1
    if (isGone) continue
    const number = from.int() - firstPlace
    seen(from.int() - firstPlace, number)
  }
}
