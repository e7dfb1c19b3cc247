import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { createRoomDocument, type RoomDocument } from '../domain/room/room-document.ts'
import { actAtRandom } from './act-at-random.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

const author = { participantId: 'ana', role: 'editor' } as const
const people = 4

/** Somebody with a copy of her own, who is told late and heard late. */
function join(random: SeededRandom) {
  const doc = new Y.Doc()
  doc.clientID = 65_536 + random.below(4_000_000_000)
  const records = openBoardRecords(doc)
  const undo = new Y.UndoManager(records.map, { captureTimeout: 0 })
  let unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'told') unsent.push(update)
  })
  return {
    doc,
    /** What of the board's she has not heard. */
    unheard: [] as Uint8Array[],
    act() {
      const kind = random.below(8)
      if (kind === 0) undo.undo()
      else if (kind === 1) undo.redo()
      else doc.transact(() => actAtRandom(records, random))
    },
    takeUnsent() {
      const taken = unsent
      unsent = []
      return taken
    },
    leave() {
      undo.destroy()
      records.close()
      doc.destroy()
    },
  }
}

type Person = ReturnType<typeof join>

/** One by one, all at once, or what she has beyond what the board has: as a line, a queue and a reconnection send it. */
function send(person: Person, room: RoomDocument, random: SeededRandom): readonly Uint8Array[] {
  const unsent = person.takeUnsent()
  const kind = random.below(4)
  if (kind === 0) return [Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(room.doc))]
  if (kind === 1) return [Y.encodeStateAsUpdate(person.doc)]
  return kind === 2 && unsent.length > 1 ? [Y.mergeUpdates(unsent)] : unsent
}

function hear(person: Person, random: SeededRandom): void {
  const count = random.below(person.unheard.length + 1)
  const heard = person.unheard.splice(0, count)
  if (heard.length > 1 && random.below(2)) Y.applyUpdate(person.doc, Y.mergeUpdates(heard), 'told')
  else for (const update of heard) Y.applyUpdate(person.doc, update, 'told')
}

/**
 * Has four people write at once who hear of one another late, undo, go away and come back. Whatever taking their updates
 * throws goes through to the caller: nothing that a copy of Yjs writes is to be refused.
 *
 * @returns how many updates were taken.
 */
export function sendHonest(seed: number, turns: number): number {
  const random = createSeededRandom(seed)
  const doc = new Y.Doc()
  doc.clientID = 65_536 + random.below(4_000_000_000)
  const room = createRoomDocument(doc, () => true)
  room.ensureRoots()
  let taken = 0
  const all = Array.from({ length: people }, () => join(random))
  for (const person of all) Y.applyUpdate(person.doc, room.encode(), 'told')
  const sendAll = (person: Person) => {
    for (const update of send(person, room, random)) {
      const { seen } = room.accept(update, author)
      taken += 1
      if (seen) for (const { unheard } of all) unheard.push(seen)
    }
  }
  for (let turn = 0; turn < turns; turn += 1) {
    const at = random.below(people)
    const person = all[at] ?? random.pick(all)
    const kind = random.below(20)
    if (kind < 11) person.act()
    else if (kind < 15) sendAll(person)
    else if (kind < 19) hear(person, random)
    else {
      // Her copy is taken up again by a page of hers, as from the device's store.
      const stored = Y.encodeStateAsUpdate(person.doc)
      const { unheard } = person
      const next = join(random)
      Y.applyUpdate(next.doc, stored, 'told')
      next.unheard.push(...unheard)
      sendAll(person)
      person.leave()
      all[at] = next
    }
  }
  for (const person of all) person.leave()
  room.close()
  return taken
}
