import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { parseRecordKey } from '#shared/board/record-keys.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { ProtocolError } from '#shared/errors.ts'
import type { Notice } from '#shared/protocol/messages.ts'
import { packBoard } from '#shared/protocol/pack-board.ts'
import type { GoneShape } from './board-log.ts'
import { findStructureFault } from './find-structure-fault.ts'
import { findTie } from './find-tie.ts'
import { createKnownRecords, type KnownRecords } from './known-records.ts'
import type { LayerHooks } from './layer-hooks.ts'
import { createOverruledWrites } from './overruled-writes.ts'
import { contradicts, getsAhead, PartedCopy } from './parted-copy.ts'
import type { ReadUpdate } from './read-once.ts'
import { type Allowance, type Author, createRecordGuard, unheld } from './record-guard.ts'
import {
  addsNothing,
  buildsOn,
  encodeChecked,
  hasPending,
  isAllNew,
  OutdatedEpoch,
  pendingOf,
  readUpdate,
} from './update-content.ts'

/** What became of an update. */
export type Accepted = {
  /** For everybody, the sender included, once it is durable. Undefined when there is nothing to see (yet). */
  readonly seen: Uint8Array | undefined
  /** To be stored together, in this order: what came, then what the server wrote because of it. */
  readonly stored: readonly { readonly bytes: Uint8Array; readonly isByServer: boolean }[]
  readonly notices: readonly Notice[]
  /** It waits for an update that has not come: its sender should be asked. */
  readonly isIncomplete: boolean
  readonly isEdit: boolean
  /** What it takes off the board, and whose that was. */
  readonly gone: readonly GoneShape[]
}

/** A board's document in memory, which takes nothing in without looking at it. Knows neither storage nor sockets. */
export interface RoomDocument {
  readonly doc: Y.Doc
  /** Rises with every change, committed or not: what was encoded at a revision stays right until the next. */
  readonly revision: number
  /** Writes the records that every board has, where they are missing. */
  ensureRoots(): readonly Uint8Array[]
  /**
   * @param isOthers - whether a Yjs client id belongs to somebody else.
   * @throws {ProtocolError} for bytes that are no update of a board, `OutdatedEpoch` among them; the document is as it was.
   * @throws {PartedCopy} the sender has to load the board afresh; the document is as it was.
   */
  accept(update: Uint8Array, author: Author, isOthers?: (clientId: number) => boolean): Accepted
  /** What one person has made, and who takes it away has a right to. @returns what it was, bindings included. */
  removeMadeBy(participantId: string): Removed
  /** Those of the shapes that are there, bindings included. */
  removeShapes(ids: readonly string[]): Removed
  /** Records that were removed, but for those that somebody has made anew. @returns how many shapes. */
  putBack(removed: readonly BoardRecord[]): { readonly count: number; readonly updates: readonly Uint8Array[] }
  /** True when the update is readable and the document has all of it. @throws {ProtocolError} */
  hasAllOf(update: Uint8Array): boolean
  encode(stateVector?: Uint8Array): Uint8Array
  /** All of it, as a v2 update. */
  encodeWhole(): Uint8Array
  readRecords(): readonly BoardRecord[]
  /** As they are now, committed or not. */
  shapes(): Iterable<BoardRecord>
  /** A zone or a page, in which shapes of layers may lie. */
  holder(id: string): BoardRecord | undefined
  holders(): readonly BoardRecord[]
  close(): void
}

/** What was removed, as it was. */
export type Removed = {
  readonly records: readonly BoardRecord[]
  readonly updates: readonly Uint8Array[]
  readonly gone: readonly GoneShape[]
}

const serverOrigin = Symbol('server')
const serverAuthor: Author = { participantId: 'server', role: 'facilitator' }

/**
 * @param retired - client ids of the epochs before
 * @param gone - what was taken off the board before it was loaded
 */
export function createRoomDocument(
  doc: Y.Doc,
  isStoredFile: (source: string) => boolean,
  retired: ReadonlySet<number> = new Set(),
  allowanceOf: (author: Author) => Allowance = () => unheld,
  layer?: LayerHooks,
  gone: readonly GoneShape[] = [],
  isVotedIn: (zoneKey: string) => boolean = () => false,
): RoomDocument {
  const records = openBoardRecords(doc)
  const known = createKnownRecords()
  for (const { recordId, makerId } of gone) known.noteMaker(recordId, makerId)
  for (const record of records.readAll()) known.note(record.id, record)

  const overruled = createOverruledWrites(doc, records.map)

  let touched = new Map<string, Set<string>>()
  let stateBefore: Map<number, number> | undefined
  let hasDeleted = false
  let serverUpdates: Uint8Array[] = []
  let revision = 0
  let wholeState: { revision: number; bytes: Uint8Array } | undefined

  /** @returns which of its keys were written. */
  const touch = (key: unknown): Set<string> | undefined => {
    const parsed = typeof key === 'string' ? parseRecordKey(key) : undefined
    if (!parsed) return undefined
    const keys = touched.get(parsed.recordId) ?? new Set()
    touched.set(parsed.recordId, keys)
    return keys
  }
  const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    for (const event of events) {
      if (event.target !== (records.map as unknown)) {
        touch(event.path[0])
        continue
      }
      if (transaction.origin === serverOrigin) overruled.noteServerWrites(event.keys.keys())
      for (const key of event.keys.keys()) touch(key)?.add(key)
    }
  }
  records.map.observeDeep(onEvents)

  // Not all that is taken in makes an event: what came deleted does not, and others may build upon it.
  const onTransaction = ({ beforeState, deleteSet }: Y.Transaction) => {
    stateBefore ??= beforeState
    hasDeleted ||= deleteSet.clients.size > 0
  }
  doc.on('afterTransaction', onTransaction)
  const hasTaken = (before: ReadonlyMap<number, number> = new Map()) =>
    hasDeleted || [...doc.store.clients.keys()].some((client) => Y.getState(doc.store, client) !== before.get(client))

  const write = (act: () => void) => {
    const onUpdate = (update: Uint8Array) => serverUpdates.push(update)
    doc.on('update', onUpdate)
    try {
      doc.transact(act, serverOrigin)
    } finally {
      doc.off('update', onUpdate)
    }
  }
  const guard = createRecordGuard({ records, known, isStoredFile, allowanceOf, isVotedIn, layer, write })

  const readOfThisEpoch = (update: Uint8Array): ReadUpdate => {
    const read = readUpdate(update)
    if (buildsOn(retired, read.decoded)) throw new OutdatedEpoch('an update of an epoch that is over')
    return read
  }

  const startLooking = () => {
    touched = new Map()
    stateBefore = undefined
    hasDeleted = false
    serverUpdates = []
  }
  const noteTouched = (read: (id: string) => BoardRecord | undefined) => {
    revision += 1
    for (const id of touched.keys()) known.note(id, read(id))
  }

  /** What hangs on it is settled as after anybody's update. */
  const changeByServer = (act: () => void) => {
    startLooking()
    write(act)
    noteTouched(guard.check(new Map(touched), serverAuthor, 0, true).read)
  }

  const removeShapes = (ids: readonly string[]): Removed => {
    const bindings = new Set(ids.flatMap((id) => known.bindingsOf(id)))
    const removed = [...ids, ...bindings].flatMap((id) => known.get(id) ?? [])
    changeByServer(() => {
      for (const id of ids) records.remove(id)
    })
    return { records: removed, updates: serverUpdates, gone: known.takeGone() }
  }

  return {
    doc,
    get revision() {
      return revision
    },
    ensureRoots() {
      startLooking()
      const missing = rootRecords.filter((record) => !records.has(record.id))
      if (missing.length === 0) return []
      write(() => {
        for (const record of missing) records.put(record)
      })
      noteTouched(records.read)
      return serverUpdates
    },
    removeMadeBy: (participantId) => removeShapes(idsMadeBy(known, participantId)),
    removeShapes: (ids) => removeShapes(ids.filter((id) => records.has(id))),
    putBack(removed) {
      const missing = removed.filter(({ id }) => !records.has(id))
      for (const { id, meta } of missing) if (typeof meta?.by === 'string') known.noteMaker(id, meta.by)
      changeByServer(() => {
        for (const record of missing) records.put(record)
      })
      const count = missing.filter(({ id, typeName }) => typeName === 'shape' && records.has(id)).length
      return { count, updates: serverUpdates }
    },
    hasAllOf: (update) => addsNothing(doc, readOfThisEpoch(update).decoded),
    accept(update, author, isOthers = () => false) {
      const { decoded, apply } = readOfThisEpoch(update)
      const isNotHers = (clientId: number) => clientId === doc.clientID || isOthers(clientId)
      if (contradicts(doc, decoded) || getsAhead(doc, decoded, isNotHers)) throw new PartedCopy()
      if (addsNothing(doc, decoded)) {
        return { seen: undefined, stored: [], notices: [], isIncomplete: false, isEdit: false, gone: [] }
      }
      const fault = findStructureFault(doc, decoded)
      if (fault) throw new ProtocolError(`an update that ${fault}`)
      const tie = findTie(doc, decoded)
      if (tie === 'of two') throw new ProtocolError('an update that ties two texts together')
      if (tie === 'with what is gone') throw new PartedCopy()
      startLooking()
      const vectorBeforeOverlap = isAllNew(doc, decoded) ? undefined : Y.encodeStateVector(doc)
      const before = pendingOf(doc)
      const integrated: Uint8Array[] = []
      const onUpdate = (bytes: Uint8Array) => integrated.push(bytes)
      // Encoding what was integrated costs as much as applying it: only needed when it may be more than what came.
      if (hasPending(before)) doc.on('update', onUpdate)
      try {
        apply(doc)
      } finally {
        doc.off('update', onUpdate)
      }
      const lost = overruled.find(decoded)
      if (lost.size > 0) {
        write(() => {
          for (const [key, value] of lost) records.map.set(key, value)
        })
      }
      const after = pendingOf(doc)
      const isPendingMoved = before.structs !== after.structs || before.deletions !== after.deletions
      // Who sent what had been waiting is not known any more: nobody's facilitator rights are lent to it.
      const role = hasPending(before) && isPendingMoved && author.role === 'facilitator' ? 'editor' : author.role
      const vectorBefore = () => stateBefore && Y.encodeStateVector(stateBefore)
      const result = guard.check(new Map(touched), { ...author, role }, update.byteLength, !hasPending(after))
      const isEdit = touched.size > 0
      noteTouched(result.read)

      const own = [...serverUpdates]
      let seen: Uint8Array | undefined
      if (result.isTakenBack) seen = encodeChecked(doc, vectorBefore())
      else if (hasPending(before)) seen = mergeAll([...integrated, ...own])
      else if (vectorBeforeOverlap) seen = encodeChecked(doc, vectorBeforeOverlap)
      // Part of it waits, unchecked: only what the document shows may travel.
      else if (hasPending(after)) seen = hasTaken(stateBefore) ? encodeChecked(doc, vectorBefore()) : undefined
      else seen = mergeAll([update, ...own])
      return {
        seen,
        stored: [{ bytes: update, isByServer: false }, ...own.map((bytes) => ({ bytes, isByServer: true }))],
        notices: result.notices,
        isIncomplete: hasPending(after) && isPendingMoved,
        isEdit,
        gone: known.takeGone(),
      }
    },
    encode(stateVector) {
      const isWhole = !stateVector || (stateVector.length === 1 && stateVector[0] === 0)
      if (!isWhole) return encodeChecked(doc, stateVector)
      // Many people who open a board at once share one encoding of it.
      if (wholeState?.revision !== revision) wholeState = { revision, bytes: encodeChecked(doc) }
      return wholeState.bytes
    },
    encodeWhole: () => encodeChecked(doc, undefined, packBoard),
    readRecords: () => records.readAll(),
    shapes: () => shapesOf(known),
    holder(id) {
      const record = known.get(id)
      return record && isHolder(record) ? record : undefined
    },
    holders: () => [...known.ids()].flatMap((id) => known.get(id) ?? []).filter(isHolder),
    close() {
      records.map.unobserveDeep(onEvents)
      doc.off('afterTransaction', onTransaction)
      records.close()
      doc.destroy()
    },
  }
}

function isHolder(record: BoardRecord): boolean {
  return isZone(record) || record.typeName === 'page'
}

function* shapesOf(known: KnownRecords): Iterable<BoardRecord> {
  for (const id of known.ids()) {
    const record = known.get(id)
    if (record?.typeName === 'shape') yield record
  }
}

function idsMadeBy(known: KnownRecords, participantId: string): string[] {
  return [...known.ids()].filter((id) => {
    const record = known.get(id)
    return record?.typeName === 'shape' && !isZone(record) && (known.makerOf(id) ?? record.meta?.by) === participantId
  })
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array | undefined {
  if (updates.length <= 1) return updates[0]
  return Y.mergeUpdates([...updates])
}
