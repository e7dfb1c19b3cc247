import type { TLRecord, TLStore } from 'tldraw'
import type { AbstractType, Doc, Transaction, YEvent } from 'yjs'
import { type BoardRecord, openBoardRecords, touchedRecordIds } from '#shared/board/board-records.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { createForeignChanges, type ForeignChanges } from './foreign-changes.ts'
import { createFrameScheduler } from './frame-scheduler.ts'
import { isBoardRecord, writeChanges } from './outbound.ts'
import { shareStructure } from './share-structure.ts'
import { createShownRecords } from './shown-records.ts'
import { switchOffSideEffects } from './side-effect-switch.ts'

/** Marks the transactions that write this store's changes, so that they do not come back as somebody else's. */
export class StoreBindingOrigin {
  readonly name = 'canvas'
}

/** What the binding needs of the editor once there is one. */
export interface MergeHost {
  /** Runs a merge so that it neither clears the redo stack nor stops at locked shapes. */
  runMerge(merge: () => void): void
  /** Called before shapes go away because somebody else deleted them. */
  onBeforeRemove(ids: ReadonlySet<string>): void
}

export interface StoreBinding {
  /** Writes and reads everything that waits, now. */
  flush(): void
  /** Writes this person's changes that wait for the next frame. */
  flushOutbound(): void
  attachHost(host: MergeHost): () => void
  /** From now on the words of this shape travel by the merging text that an open editor is bound to. */
  setMergingShape(id: string | undefined): void
  /** What undo must leave alone. */
  readonly foreign: Pick<ForeignChanges, 'has' | 'isLast'>
  readonly records: ReturnType<typeof openBoardRecords>
  readonly hiddenCount: Readable<number>
  close(): void
}

/**
 * Keeps a tldraw store and a board's document equal. One frame of changes here is one transaction there; what arrives
 * in one frame is one merge here. Start it only after the first sync: a fresh store has a document and page of its own.
 */
export function bindStore(store: TLStore, doc: Doc): StoreBinding {
  const records = openBoardRecords(doc)
  const shown = createShownRecords()
  const hiddenCount = createWritable(0)
  const origin = new StoreBindingOrigin()
  const foreign = createForeignChanges()
  let host: MergeHost | undefined
  let mergingShapeId: string | undefined
  let isClosed = false

  const flushOutbound = () => {
    // Adding a listener makes the store hand out what it gathered since the last frame; there is no other public way.
    store.listen(() => {})()
  }

  const merge = () => {
    if (isClosed) return
    flushOutbound()
    const puts: TLRecord[] = []
    const removes = new Set<TLRecord['id']>()
    for (const id of shown.takeChanged()) {
      const current = store.get(id as TLRecord['id'])
      const record = shown.get(id)
      if (!record) {
        if (current) removes.add(current.id)
        continue
      }
      const next = shareStructure(current, id === mergingShapeId ? withRichTextOf(current, record) : record)
      if (!Object.is(next, current) && isBoardRecord(next)) puts.push(next)
    }
    hiddenCount.set(shown.asideCount)
    if (puts.length === 0 && removes.size === 0) return
    const mergeInto = () => {
      store.mergeRemoteChanges(() => {
        switchOffSideEffects(store.sideEffects)
        if (puts.length > 0) store.put(puts)
        if (removes.size > 0) store.remove([...removes])
      })
    }
    if (host) {
      if (removes.size > 0) host.onBeforeRemove(removes)
      host.runMerge(mergeInto)
    } else {
      mergeInto()
    }
  }

  const inbound = createFrameScheduler(merge)

  const onDocChange = (events: YEvent<AbstractType<unknown>>[], transaction: Transaction) => {
    foreign.note(records.map, events, transaction.local)
    for (const id of touchedRecordIds(records.map, events)) {
      if (transaction.origin === origin) shown.noteOwnWrite(id, records.read(id))
      else shown.update(id, records.read(id))
    }
    if (shown.isStale) inbound.request()
  }

  for (const record of records.readAll()) shown.update(record.id, record)
  records.map.observeDeep(onDocChange)

  // The store's own first page and document give way to the board's.
  const replaced = store
    .allRecords()
    .filter((record) => isBoardRecord(record) && !records.has(record.id))
    .map((record) => record.id)
  merge()
  if (replaced.length > 0) {
    store.mergeRemoteChanges(() => {
      switchOffSideEffects(store.sideEffects)
      store.remove(replaced)
    })
  }

  const stopListening = store.listen(
    ({ changes }) => {
      doc.transact(() => writeChanges(records, changes, mergingShapeId), origin)
    },
    { source: 'user', scope: 'document' },
  )

  const outboundWhileHidden = createFrameScheduler(flushOutbound)
  const stopWatchingOperations = store.sideEffects.registerOperationCompleteHandler((source) => {
    // The store hands out changes by animation frame, and a hidden tab has none: an upload that ends there must leave.
    if (source === 'user' && document.hidden) outboundWhileHidden.request()
  })
  const flushOnLeaving = () => flushOutbound()
  document.addEventListener('visibilitychange', flushOnLeaving)
  window.addEventListener('pagehide', flushOnLeaving)

  return {
    records,
    hiddenCount,
    flushOutbound,
    flush() {
      inbound.cancel()
      merge()
    },
    attachHost(next) {
      host = next
      return () => {
        if (host === next) host = undefined
      }
    },
    setMergingShape(id) {
      if (id === mergingShapeId) return
      const previous = mergingShapeId
      flushOutbound()
      mergingShapeId = id
      if (previous === undefined) return
      // While it was edited its prop was left as the editor set it; now it takes what the merging text says.
      shown.update(previous, records.read(previous))
      inbound.request()
    },
    foreign,
    close() {
      flushOutbound()
      isClosed = true
      stopListening()
      stopWatchingOperations()
      inbound.cancel()
      outboundWhileHidden.cancel()
      document.removeEventListener('visibilitychange', flushOnLeaving)
      window.removeEventListener('pagehide', flushOnLeaving)
      records.map.unobserveDeep(onDocChange)
      records.close()
    },
  }
}

function withRichTextOf(current: unknown, record: BoardRecord): BoardRecord {
  if (typeof current !== 'object' || current === null || !('props' in current)) return record
  const props = current.props
  if (typeof props !== 'object' || props === null || !('richText' in props)) return record
  return { ...record, props: { ...record.props, richText: props.richText } }
}
