import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { ProtocolError } from '#shared/errors.ts'
import { applyPackedBoard } from '#shared/protocol/pack-board.ts'
import { PartedCopy } from '../domain/room/parted-copy.ts'
import { createRoomDocument, type RoomDocument } from '../domain/room/room-document.ts'
import { actAtRandom } from './act-at-random.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

export type BrokenResult = {
  readonly seed: number
  readonly updates: number
  readonly taken: number
  readonly refused: number
  readonly parted: number
  /** Whose copy came to be another than the board, and after how many updates. */
  readonly differing: readonly string[]
}

/** Then a new board is begun: what waits on this one for ever would be most of what is looked at. */
const updatesOnBoard = 400
const updatesBetweenLooks = 20

/** Changes what was sent by a bit or a byte or two, as a line or a hand may that knows nothing of what it says. */
function breakUpdate(update: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(update.byteLength)
  const other = random.below(update.byteLength)
  const byte = random.below(256)
  switch (random.below(6)) {
    case 0:
      return update.map((value, i) => (i === at ? value ^ (1 << random.below(8)) : value))
    case 1:
      return update.map((value, i) => (i === at ? byte : value))
    case 2:
      return update.map((value, i) => (i === at || i === other ? byte : value))
    case 3:
      return update.map((value, i) => (i === at ? random.below(4) : value))
    case 4:
      return update.map((value, i) => (i === at ? value + (random.below(2) ? 1 : -1) : value))
    default:
      return Uint8Array.of(...update.subarray(0, at), byte, ...update.subarray(at + random.below(3)))
  }
}

/** What somebody who holds the board writes next, or all that she has of it. */
function write(doc: Y.Doc, room: RoomDocument, random: SeededRandom): Uint8Array {
  const { clientID } = doc
  Y.applyUpdate(doc, room.encode())
  // Yjs takes another by chance when it sees its own, and a seed should come to the same each time.
  doc.clientID = clientID
  const before = Y.encodeStateVector(doc)
  const records = openBoardRecords(doc)
  for (let i = random.below(3); i >= 0; i -= 1) doc.transact(() => actAtRandom(records, random))
  records.close()
  return random.below(3) ? Y.encodeStateAsUpdate(doc, before) : Y.encodeStateAsUpdate(doc)
}

function newDoc(random: SeededRandom): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 65_536 + random.below(4_000_000_000)
  return doc
}

function inOrder(records: readonly BoardRecord[]): string {
  return JSON.stringify([...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

function recordsOf(fill: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc()
  fill(doc)
  const records = openBoardRecords(doc)
  const all = inOrder(records.readAll())
  doc.destroy()
  return all
}

/** One board, with all who have to see the same. */
function beginBoard(random: SeededRandom) {
  const room = createRoomDocument(newDoc(random), () => true)
  const stored: Uint8Array[] = [...room.ensureRoots()]
  const told = [room.encode()]
  const regulars = [newDoc(random), newDoc(random)] as const
  return { room, stored, told, regulars }
}

type Board = ReturnType<typeof beginBoard>

/** Whose copies are another than the board. */
function findDiffering({ room, stored, told }: Board): string[] {
  const here = inOrder(room.readRecords())
  const apply = (updates: readonly Uint8Array[]) => (doc: Y.Doc) => {
    for (const update of updates) Y.applyUpdate(doc, update)
  }
  const copies = {
    'who was there from the beginning': apply(told),
    'who comes now': (doc: Y.Doc) => Y.applyUpdate(doc, room.encode()),
    'who comes now and gets it packed': (doc: Y.Doc) => applyPackedBoard(doc, room.encodeWhole(), 'whole'),
    'the log, replayed': apply(stored),
    'the log, replayed at once': (doc: Y.Doc) => doc.transact(() => apply(stored)(doc)),
    'who was told all at once': (doc: Y.Doc) => Y.applyUpdate(doc, Y.mergeUpdates([...told])),
  }
  return Object.entries(copies).flatMap(([whose, fill]) => (recordsOf(fill) === here ? [] : [whose]))
}

/**
 * Gives a board what people write, five in six times with a byte or two of it broken, and looks whether all who see it
 * see the same. Anything that taking an update throws, but that it is refused, goes through to the caller.
 */
export function sendBroken(seed: number, updates: number): BrokenResult {
  const random = createSeededRandom(seed)
  const differing: string[] = []
  let [taken, refused, parted] = [0, 0, 0]
  let board = beginBoard(random)
  for (let sent = 1; sent <= updates; sent += 1) {
    const author = random.below(3) ? newDoc(random) : random.pick(board.regulars)
    const whole = write(author, board.room, random)
    try {
      const update = random.below(6) === 0 ? whole : breakUpdate(whole, random)
      const { seen, stored } = board.room.accept(update, { participantId: 'hostile', role: 'editor' })
      taken += 1
      board.stored.push(...stored.map(({ bytes }) => bytes))
      if (seen) board.told.push(seen)
    } catch (cause) {
      if (cause instanceof ProtocolError) refused += 1
      else if (cause instanceof PartedCopy) parted += 1
      else throw cause
    }
    const differ = sent % updatesBetweenLooks === 0 || sent === updates ? findDiffering(board) : []
    differing.push(...differ.map((whose) => `${sent}: ${whose}`))
    if (differ.length === 0 && sent % updatesOnBoard !== 0) continue
    board.room.close()
    board = beginBoard(random)
  }
  board.room.close()
  return { seed, updates, taken, refused, parted, differing }
}
