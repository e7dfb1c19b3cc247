import { type Atom, atom, type RecordsDiff, type TLRecord, type TLStore } from 'tldraw'
import type { AbstractType, Doc, Transaction, XmlFragment, YEvent } from 'yjs'
import { type BoardRecord, type BoardRecords, openBoardRecords, touchedRecordIds } from '#shared/board/board-records.ts'
import { isBoardRecord } from '#shared/board/record-schema.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { createForeignChanges, type ForeignChanges } from './foreign-changes.ts'
import { createFrameScheduler } from './frame-scheduler.ts'
import { createHomes, type Homes } from './homes.ts'
import { isEmptyDiff, writeChanges } from './outbound.ts'
import { paceWrites } from './pace-writes.ts'
import { shareStructure } from './share-structure.ts'
import { createShownRecords } from './shown-records.ts'
import { switchOffSideEffects } from './side-effect-switch.ts'

/** Marks the transactions that write this store's changes, so that they do not come back as somebody else's. */
class StoreBindingOrigin {
  readonly name = 'canvas'
}

/** What the binding needs of the editor once there is one. */
export interface MergeHost {
  /** Runs a merge so that it neither clears the redo stack nor stops at locked shapes. */
  runMerge(merge: () => void): void
  /** Called before shapes go away because somebody else deleted them. */
  onBeforeRemove(ids: ReadonlySet<string>): void
  /** The shape that is being written in is in another document from now on. */
  onTextMoved(id: string): void
}

export interface StoreBinding {
  /** Writes and reads everything that waits, now. */
  flush(): void
  /** Writes this person's changes that wait for the next frame, or for longer. */
  flushOutbound(): void
  attachHost(host: MergeHost): () => void
  /** From now on the words of this shape travel by the merging text that an open editor is bound to. */
  setMergingShape(id: string | undefined): void
  /** What undo must leave alone. */
  readonly foreign: Pick<ForeignChanges, 'has' | 'isLast'>
  /** Of the board. */
  readonly records: BoardRecords
  /** The merging text of a shape, wherever it is. */
  textOf(id: string): XmlFragment | undefined
  readonly homes: Pick<Homes, 'of' | 'writeAlone' | 'writing' | 'mayChange' | 'copyTo'>
  /** Shapes that nobody but this person sees. */
  readonly aloneIds: Atom<ReadonlySet<string>>
  /**
   * Shows what this person writes alone on top of the board, from now on.
   *
   * @returns the end of it: what the board does not have goes from the canvas.
   */
  attachLayer(layer: Doc): () => void
  readonly hiddenCount: Readable<number>
  close(): void
}

/**
 * Keeps a tldraw store and a board's document equal, and a layer of one's own on top of it. One frame of changes here is
 * one transaction there, or several are where many records move; what arrives in one frame is one merge here. Start it
 * only after the first sync: a fresh store has a document and page of its own.
 *
 * @param tellWaiting - Is told the ids of records with changes that neither document has yet.
 */
export function bindStore(store: TLStore, doc: Doc, tellWaiting: (ids: readonly string[]) => void): StoreBinding {
  const records = openBoardRecords(doc)
  const shown = createShownRecords()
  const hiddenCount = createWritable(0)
  const origin = new StoreBindingOrigin()
  const foreign = createForeignChanges()
  const homes = createHomes(records)
  const aloneIds = atom<ReadonlySet<string>>('shapes of one’s own', new Set())
  /** Made here for a layer that is still being opened. */
  const unhoused = new Set<string>()
  let host: MergeHost | undefined
  let mergingShapeId: string | undefined
  let hasTextMoved = false
  let isClosed = false

  /** Adding a listener makes the store hand out what it gathered since the last frame; there is no other public way. */
  const handOut = () => store.listen(() => {})()

  const flushOutbound = () => {
    handOut()
    paced.writeNow()
  }

  const writeTo = (home: BoardRecords, changes: RecordsDiff<TLRecord>): number =>
    home.map.doc?.transact((transaction) => {
      writeChanges(home, changes, mergingShapeId)
      return transaction.changed.get(home.map as never)?.size ?? 0
    }, origin) ?? 0

  const write = (changes: RecordsDiff<TLRecord>): number => {
    const parts = homes.split(changes)
    const keyCount = isEmptyDiff(parts.board) ? 0 : writeTo(records, parts.board)
    if (isEmptyDiff(parts.layer)) return keyCount
    if (homes.layer) return keyCount + writeTo(homes.layer, parts.layer)
    for (const id of Object.keys(parts.layer.added)) unhoused.add(id)
    return keyCount
  }
  const paced = paceWrites({ write, tellWaiting })

  const read = (id: string) => (records.has(id) ? records.read(id) : homes.layer?.read(id))

  const showAlone = () => {
    const { layer } = homes
    const next = new Set(layer?.ids().filter((id) => id.startsWith('shape:') && !records.has(id)))
    const current = aloneIds.get()
    if (next.size !== current.size || [...next].some((id) => !current.has(id))) aloneIds.set(next)
  }

  const merge = () => {
    if (isClosed) return
    handOut()
    if (hasTextMoved && mergingShapeId !== undefined) host?.onTextMoved(mergingShapeId)
    hasTextMoved = false
    const changed = shown.takeChanged()
    if (paced.isWaiting(changed)) {
      paced.writeNow()
      for (const id of shown.takeChanged()) changed.add(id)
    }
    const puts: TLRecord[] = []
    const removes = new Set<TLRecord['id']>()
    for (const id of changed) {
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

  const take = (ids: Iterable<string>, transaction: Transaction) => {
    for (const id of ids) {
      if (transaction.origin === origin) shown.noteOwnWrite(id, read(id))
      else shown.update(id, read(id))
    }
    if (shown.isStale) inbound.request()
  }

  const onDocChange = (events: YEvent<AbstractType<unknown>>[], transaction: Transaction) => {
    foreign.note(records.map, events, transaction.local)
    const ids = touchedRecordIds(records.map, events)
    for (const id of ids) {
      if (!records.has(id) && homes.layer?.has(id)) continue
      homes.noteIn('board', id)
      if (homes.layer?.has(id) && id === mergingShapeId) hasTextMoved = true
    }
    take(ids, transaction)
    if (homes.layer) showAlone()
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

  const stopListening = store.listen(({ changes }) => paced.take(changes), { source: 'user', scope: 'document' })
  const stopNoting = (['shape', 'asset'] as const).map((typeName) =>
    store.sideEffects.registerBeforeCreateHandler(typeName, (record, source) => {
      if (source === 'user') homes.noteMade(record)
      return record
    }),
  )

  const attachLayer = (layerDoc: Doc) => {
    const layer = openBoardRecords(layerDoc)
    flushOutbound()
    homes.attach(layer)
    const onLayerChange = (events: YEvent<AbstractType<unknown>>[], transaction: Transaction) => {
      foreign.note(layer.map, events, transaction.local)
      const ids = [...touchedRecordIds(layer.map, events)].filter((id) => !records.has(id) && isOfLayer(id))
      for (const id of ids) if (layer.has(id)) homes.noteIn('layer', id)
      take(ids, transaction)
      showAlone()
    }
    layer.map.observeDeep(onLayerChange)
    const showAll = () => {
      for (const id of layer.ids()) if (!records.has(id) && isOfLayer(id)) shown.update(id, read(id))
    }
    layerDoc.transact(() => {
      for (const id of unhoused) {
        const record = store.get(id as TLRecord['id'])
        if (record && isBoardRecord(record)) layer.put(record)
      }
      unhoused.clear()
    }, origin)
    showAll()
    showAlone()
    merge()
    return () => {
      flushOutbound()
      layer.map.unobserveDeep(onLayerChange)
      homes.detach()
      layer.close()
      showAll()
      showAlone()
      if (!isClosed) merge()
    }
  }

  const outboundWhileHidden = createFrameScheduler(flushOutbound)
  const stopWatchingOperations = store.sideEffects.registerOperationCompleteHandler((source) => {
    // The store hands out changes by animation frame, and a hidden tab has none: an upload that ends there must leave.
    if (source === 'user' && document.hidden) outboundWhileHidden.request()
  })
  const flushOnLeaving = () => flushOutbound()
  document.addEventListener('visibilitychange', flushOnLeaving)
  // Before the device's copy of the document is written, which listens for the same.
  window.addEventListener('pagehide', flushOnLeaving, { capture: true })

  return {
    records,
    hiddenCount,
    flushOutbound,
    flush() {
      inbound.cancel()
      flushOutbound()
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
      shown.update(previous, read(previous))
      inbound.request()
    },
    foreign,
    textOf: (id) => (homes.of(id) === 'layer' ? homes.layer : records)?.text(id),
    homes,
    aloneIds,
    attachLayer,
    close() {
      flushOutbound()
      isClosed = true
      stopListening()
      for (const stop of stopNoting) stop()
      stopWatchingOperations()
      inbound.cancel()
      outboundWhileHidden.cancel()
      document.removeEventListener('visibilitychange', flushOnLeaving)
      window.removeEventListener('pagehide', flushOnLeaving, { capture: true })
      records.map.unobserveDeep(onDocChange)
      records.close()
    },
  }
}

/** A layer has a document and a page of its own, for readers of a single document; here they are the board's. */
function isOfLayer(id: string): boolean {
  return !id.startsWith('document:') && !id.startsWith('page:')
}

function withRichTextOf(current: unknown, record: BoardRecord): BoardRecord {
  if (typeof current !== 'object' || current === null || !('props' in current)) return record
  const props = current.props
  if (typeof props !== 'object' || props === null || !('richText' in props)) return record
  return { ...record, props: { ...record.props, richText: props.richText } }
}
