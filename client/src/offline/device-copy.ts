import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { documentRecordId } from '#shared/board/new-board.ts'
import { recordsMapName } from '#shared/board/record-keys.ts'
import type { RecordParts } from '#shared/board/record-parts.ts'
import type { BoardCopy } from '../sync/board-copy.ts'
import { type BoardStore, type EntryStamp, type JournalEntry, StaleCopyError, type StoredBoard } from './board-store.ts'
import { type AsideItem, type AsideReason, collectAside } from './kept-aside.ts'

/** A board's document as this device keeps it, for as long as the board does not begin afresh. */
export interface DeviceCopy extends Omit<BoardCopy, 'noticed' | 'speaksFor'> {
  /** @returns whether all that waits here is this participant's; if so, what comes is, too. */
  isAllOf(participantId: string): boolean
  /** Writes what waits. Never rejects: what goes wrong is told by `onTrouble`. */
  flush(): Promise<void>
  /**
   * Takes what was written here and is not saved out of the journal, as items to be kept aside.
   *
   * @param recordIds - 'all', or those that the server has named.
   * @param beginsAfresh - With 'begins-afresh' the copy is emptied, and this one takes no more.
   */
  setAside(
    reason: AsideReason,
    recordIds: readonly string[] | 'all',
    beginsAfresh: 'begins-afresh' | 'goes-on',
  ): Promise<readonly AsideItem[]>
  /** Writes what waits and takes no more. The document stays its owner's. */
  close(): Promise<void>
}

export type DeviceCopyPorts = {
  /** Undefined where the device keeps nothing: the copy then lasts as long as the tab. */
  readonly store: BoardStore | undefined
  readonly stored: StoredBoard | undefined
  readonly nowMs: () => number
  /** Told whenever it becomes known whether the device takes what is written. */
  readonly onStorage: (isKept: boolean) => void
  /** Another tab has begun the board afresh. */
  readonly onStale: () => void
}

type Unsaved = {
  readonly keys: Set<string>
  readonly writers: Set<string>
  readonly entries: Map<string, string>
  isUnwritten: boolean
}

/** What others did need not be on the disk at once: the server has it. */
const lazyFlushMs = 1_000
/** Somebody who leaves now should not be told tomorrow that something waits; while one draws, it goes with the next change. */
const savedFlushMs = 100
/** After a refusal (a full disk, say). */
const retryMs = 10_000
/** Past so many, loading them one by one would be felt. */
const mostUpdates = 300
const compactAfterMs = 5_000

export function openDeviceCopy({ store, stored, nowMs, onStorage, onStale }: DeviceCopyPorts): DeviceCopy {
  const tab = uuidv4()
  const doc = new Y.Doc()
  const generation = stored?.generation ?? 0
  const unsaved = new Map<string, Unsaved>()
  let keys: IDBValidKey[] = []
  let waiting: { updates: Uint8Array[]; changed: Set<string>; saved: EntryStamp[] } = emptyBatch()
  let stamps = 0
  let writer = stored?.writer
  /** The device has refused something: only the whole state makes its copy complete again. */
  let isBehind = false
  let isOver = store === undefined
  let writing: Promise<void> | undefined
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly atMs: number } | undefined
  let compactTimer: ReturnType<typeof setTimeout> | undefined

  if (stored) {
    doc.transact(() => {
      for (const { key, bytes } of stored.updates) {
        keys.push(key)
        try {
          Y.applyUpdate(doc, bytes)
        } catch {
          // A damaged row: the server has what it said, or the rows after it wait, as they would for a missing one.
        }
      }
    })
    for (const { id, recordId, keys: changedKeys, stamp, writers } of stored.journal) {
      note(recordId, changedKeys, writers ?? []).entries.set(id, stamp)
    }
  }

  function note(recordId: string, changedKeys: Iterable<string>, writers: readonly string[]): Unsaved {
    const known = unsaved.get(recordId) ?? {
      ...{ keys: new Set(), writers: new Set(), entries: new Map() },
      isUnwritten: false,
    }
    for (const key of changedKeys) known.keys.add(key)
    for (const id of writers) known.writers.add(id)
    unsaved.set(recordId, known)
    return known
  }

  const entryOf = (recordId: string): JournalEntry[] => {
    const known = unsaved.get(recordId)
    if (!known) return []
    const id = `${tab}:${recordId}`
    stamps += 1
    const entry = {
      ...{ id, recordId, keys: [...known.keys], writers: [...known.writers] },
      ...{ stamp: `${tab}:${stamps}`, generation },
    }
    known.entries.set(id, entry.stamp)
    return [entry]
  }

  const writeBatch = async (open: BoardStore): Promise<void> => {
    const { updates, changed, saved } = waiting
    waiting = emptyBatch()
    if (isBehind) {
      const replaced = keys
      keys = [await open.compact(generation, replaced, Y.encodeStateAsUpdate(doc))]
      for (const recordId of unsaved.keys()) changed.add(recordId)
    }
    const entries = [...changed].flatMap(entryOf)
    const update = isBehind ? undefined : mergeAll(updates)
    try {
      const key = await open.write(generation, { update, changed: entries, saved })
      if (key !== undefined) keys.push(key)
    } catch (error) {
      waiting.saved.push(...saved)
      throw error
    }
    isBehind = false
    for (const { id, recordId, stamp } of entries) {
      const known = unsaved.get(recordId)
      if (known?.entries.get(id) === stamp && !waiting.changed.has(recordId)) known.isUnwritten = false
    }
  }

  const writeAll = async (): Promise<void> => {
    while (store && !isOver && isWaiting()) {
      try {
        await writeBatch(store)
        onStorage(true)
      } catch (error) {
        if (error instanceof StaleCopyError) {
          isOver = true
          onStale()
          return
        }
        isBehind = true
        onStorage(false)
        flushWithin(retryMs)
        return
      }
    }
    if (keys.length > mostUpdates && !isOver) compactTimer ??= setTimeout(() => void compact(), compactAfterMs)
  }

  const isWaiting = () => isBehind || waiting.updates.length > 0 || waiting.changed.size > 0 || waiting.saved.length > 0

  const flush = async (): Promise<void> => {
    clearTimeout(timer?.id)
    timer = undefined
    // What comes while a transaction runs shares the next one.
    while (writing) await writing
    if (isOver || !isWaiting()) return
    writing = writeAll()
    await writing
    writing = undefined
  }

  const flushWithin = (delayMs: number) => {
    const atMs = performance.now() + delayMs
    if (isOver || (timer && timer.atMs <= atMs)) return
    clearTimeout(timer?.id)
    timer = { id: setTimeout(() => void flush(), delayMs), atMs }
  }

  const compact = async (): Promise<void> => {
    compactTimer = undefined
    await flush()
    if (!store || isOver || isBehind) return
    const replaced = keys
    // Rows that are written while it runs are not among those that it replaces.
    keys = []
    try {
      keys.push(await store.compact(generation, replaced, Y.encodeStateAsUpdate(doc)))
    } catch {
      // Many small rows are as good as one; it is tried again after as many more.
      keys.push(...replaced)
    }
  }

  const onUpdate = (update: Uint8Array) => {
    if (isOver) return
    waiting.updates.push(update)
    flushWithin(isBehind ? retryMs : lazyFlushMs)
  }
  doc.on('update', onUpdate)
  if (keys.length > mostUpdates) compactTimer = setTimeout(() => void compact(), compactAfterMs)

  return {
    doc,
    isWhole: doc.getMap(recordsMapName).has(documentRecordId),
    unsavedIds: [...unsaved.keys()],
    hasUnsaved: () => unsaved.size > 0,
    isAllOf(participantId) {
      const isMine = ({ writers }: Unsaved) => [...writers].every((id) => id === participantId)
      const isAllMine = [...unsaved.values()].every(isMine)
      if (writer !== participantId) store?.setWriter(participantId).catch(() => onStorage(false))
      // What a canvas still writes when it goes is of who used it.
      if (isAllMine) writer = participantId
      return isAllMine
    },
    changedHere(parts) {
      for (const [recordId, changedKeys] of parts) {
        note(recordId, changedKeys, writer === undefined ? [] : [writer]).isUnwritten = true
        waiting.changed.add(recordId)
      }
      if (!isBehind) flushWithin(0)
    },
    saved(recordIds) {
      for (const recordId of recordIds) {
        const known = unsaved.get(recordId)
        if (!known) continue
        unsaved.delete(recordId)
        waiting.changed.delete(recordId)
        for (const [id, stamp] of known.entries) waiting.saved.push({ id, stamp })
      }
      if (isWaiting()) flushWithin(isBehind ? retryMs : savedFlushMs)
    },
    flush,
    async setAside(reason, recordIds, beginsAfresh) {
      const parts = chooseParts(unsaved, recordIds)
      const records = openBoardRecords(doc)
      const collected = collectAside(records, parts, { reason, atMs: nowMs() }, uuidv4)
      records.close()
      // Written before it is taken out again, so that of two tabs that know of a change one keeps it aside.
      await flush()
      const candidates = collected.map(({ item, recordIds: ids }) => {
        const known = ids.flatMap((id) => unsaved.get(id) ?? [])
        return {
          item,
          entries: known.flatMap(({ entries }) => [...entries].map(([id, stamp]) => ({ id, stamp }))),
          isUnwritten: known.length === 0 || known.some(({ isUnwritten }) => isUnwritten),
        }
      })
      if (beginsAfresh === 'begins-afresh') isOver = true
      for (const id of parts.keys()) unsaved.delete(id)
      try {
        const result = await store?.setAside(generation, candidates, beginsAfresh)
        if (result) return result.kept
      } catch {
        onStorage(false)
      }
      return candidates.map(({ item }) => item)
    },
    async close() {
      doc.off('update', onUpdate)
      clearTimeout(compactTimer)
      await flush()
      isOver = true
      clearTimeout(timer?.id)
    },
  }
}

function emptyBatch() {
  return { updates: [] as Uint8Array[], changed: new Set<string>(), saved: [] as EntryStamp[] }
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array | undefined {
  return updates.length > 1 ? Y.mergeUpdates([...updates]) : updates[0]
}

/** What the server names and the journal does not know was written whole, as far as anybody can tell. */
function chooseParts(unsaved: ReadonlyMap<string, Unsaved>, recordIds: readonly string[] | 'all'): RecordParts {
  const ids = recordIds === 'all' ? [...unsaved.keys()] : recordIds
  return new Map(ids.map((id) => [id, unsaved.get(id)?.keys ?? new Set([id])]))
}
