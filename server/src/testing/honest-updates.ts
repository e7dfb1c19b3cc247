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
    /** The board was loaded anew, and she has not been on it since. */
    isAway: false,
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
function takeToSend(person: Person, board: Y.Doc, random: SeededRandom): readonly Uint8Array[] {
  const unsent = person.takeUnsent()
  const kind = person.isAway ? 0 : random.below(4)
  if (kind === 0) return [Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(board))]
  if (kind === 1) return [Y.encodeStateAsUpdate(person.doc)]
  return kind === 2 && unsent.length > 1 ? [Y.mergeUpdates(unsent)] : unsent
}

function hear(person: Person, random: SeededRandom): void {
  const count = random.below(person.unheard.length + 1)
  const heard = person.unheard.splice(0, count)
  if (heard.length > 1 && random.below(2)) Y.applyUpdate(person.doc, Y.mergeUpdates(heard), 'told')
  else for (const update of heard) Y.applyUpdate(person.doc, update, 'told')
}

/** Her copy is taken up again by another page of hers, as from the device's store. */
function comeBack(person: Person, random: SeededRandom): Person {
  const next = join(random)
  Y.applyUpdate(next.doc, Y.encodeStateAsUpdate(person.doc), 'told')
  next.unheard.push(...person.unheard)
  next.isAway = person.isAway
  person.leave()
  return next
}

/** A board, what is stored of it, and who is on it. */
function beginBoard(random: SeededRandom) {
  const open = (doc: Y.Doc) => {
    doc.clientID = 65_536 + random.below(4_000_000_000)
    const opened = createRoomDocument(doc, () => true)
    stored.push(...opened.ensureRoots())
    return opened
  }
  let stored: Uint8Array[] = []
  let room: RoomDocument = open(new Y.Doc())
  const all = Array.from({ length: people }, () => join(random))
  for (const person of all) Y.applyUpdate(person.doc, room.encode(), 'told')
  return {
    all,
    /** @returns how many updates were taken. */
    send(person: Person): number {
      const updates = takeToSend(person, room.doc, random)
      const isReturning = person.isAway
      person.isAway = false
      if (isReturning) person.unheard = [room.encode(Y.encodeStateVector(person.doc))]
      for (const update of updates) {
        const accepted = room.accept(update, { ...author, isReturning })
        stored.push(...accepted.stored.map(({ bytes }) => bytes))
        for (const { isAway, unheard } of all) if (accepted.seen && !isAway) unheard.push(accepted.seen)
      }
      return updates.length
    },
    loseRows() {
      room.close()
      stored = stored.filter((_, i) => i === 0 || random.below(6) > 0)
      const doc = new Y.Doc()
      doc.transact(() => {
        for (const row of stored) Y.applyUpdate(doc, row)
      })
      room = open(doc)
      for (const person of all) {
        person.isAway = true
        person.unheard = []
      }
    },
    close() {
      for (const person of all) person.leave()
      room.close()
    },
  }
}

/**
 * Has four people write at once who hear of one another late, undo, go away and come back, also when the store has lost
 * rows meanwhile. Whatever taking their updates throws goes through to the caller: nothing that a copy of Yjs writes is to
 * be refused.
 *
 * @returns how many updates were taken.
 */
export function sendHonest(seed: number, turns: number): number {
  const random = createSeededRandom(seed)
  const board = beginBoard(random)
  let taken = 0
  for (let turn = 0; turn < turns; turn += 1) {
    const at = random.below(people)
    const person = board.all[at] ?? random.pick(board.all)
    const kind = random.below(100)
    if (kind < 55) person.act()
    else if (kind < 75) taken += board.send(person)
    else if (kind < 95) hear(person, random)
    else if (kind < 99) board.all[at] = comeBack(person, random)
    else board.loseRows()
  }
  board.close()
  return taken
}
