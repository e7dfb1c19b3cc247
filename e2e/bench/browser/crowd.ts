import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { encodeCursors } from '#shared/protocol/cursors.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { Person } from '#shared/protocol/messages.ts'
import { encodeSession } from '#shared/protocol/session.ts'

type Bounds = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** People who are only frames: made ahead, so that making them costs the measured browser nothing. */
const firstClientId = 1_000_000
/** Behind the one who looks. */
const firstSeat = 1

export function crowdOf(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    participantId: `crowd-${i}`,
    connections: [{ clientId: firstClientId + i, seat: firstSeat + i }],
    name: `Person ${i + 1}`,
    role: 'editor',
    colour: i % 12,
    country: null,
    organisation: null,
    place: null,
    standsFor: 1,
  }))
}

/** The server's word that they are here, beside the one who looks. */
export function sessionFrame(self: { readonly participantId: string }, crowd: readonly Person[]): Uint8Array {
  const role = 'editor' as const
  const me: Person = {
    ...{ ...self, connections: [], name: 'Looker', role, colour: 0 },
    ...{ country: null, organisation: null, place: null, standsFor: 1 },
  }
  return encodeSession({
    version: 2,
    self: { participantId: self.participantId, role },
    people: [me, ...crowd],
  })
}

/** One round of pointers wandering about: a frame each tick, in which a part of them moved, each `hz` times a second. */
export function cursorFrames(count: number, hz: number, ticksPerSecond: number, seconds: number, bounds: Bounds) {
  return Array.from({ length: seconds * ticksPerSecond }, (_, tick) => {
    const moved: { seat: number; point: { x: number; y: number } }[] = []
    for (let i = 0; i < count; i += 1) {
      if ((tick + i) % Math.round(ticksPerSecond / hz) !== 0) continue
      const angle = (tick / ticksPerSecond) * (0.6 + (i % 7) / 5) + i
      const reach = 0.15 + ((i * 37) % 100) / 300
      const x = bounds.x + bounds.w * (0.5 + reach * Math.cos(angle))
      const y = bounds.y + bounds.h * (0.5 + reach * Math.sin(angle * 1.3))
      moved.push({ seat: firstSeat + i, point: { x: Math.round(x), y: Math.round(y) } })
    }
    return encodeCursors(moved)
  })
}

/** `count` people who drag a note each, `hz` times a second: what the server would send in each tick. */
export function editFrames(state: Uint8Array, count: number, hz: number, ticksPerSecond: number, seconds: number) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const records = openBoardRecords(doc)
  const notes = records.ids().filter((id) => id.startsWith('shape:note-'))
  return Array.from({ length: seconds * ticksPerSecond }, (_, tick) => {
    const updates: Uint8Array[] = []
    const gather = (update: Uint8Array) => updates.push(update)
    doc.on('update', gather)
    for (let i = 0; i < count; i += 1) {
      if ((tick + i) % Math.round(ticksPerSecond / hz) !== 0) continue
      const id = notes[Math.floor((i * notes.length) / count)]
      const note = id === undefined ? undefined : records.read(id)
      if (!note) continue
      const angle = (tick / ticksPerSecond) * 2 + i
      records.change(note, {
        ...note,
        x: Math.round(400 + 300 * Math.cos(angle)),
        y: Math.round(400 + 200 * Math.sin(angle)),
      })
    }
    doc.off('update', gather)
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, Y.mergeUpdates(updates))
    })
  })
}
