import type { RecordsDiff, TLRecord } from 'tldraw'
import type { BoardRecords } from '#shared/board/board-records.ts'
import { layerShapeTypes } from '#shared/board/layer-shapes.ts'

/** `board`: everybody's document. `layer`: what this person writes alone, a document of her own. */
export type Home = 'board' | 'layer'

/** `new`: what is made goes into the layer. `only`: and what is on the board stays as it is. */
export type AloneWriting = 'off' | 'new' | 'only'

/**
 * Which of two documents each record of one store belongs to. It is settled when a record is made, and stays: nothing
 * of the layer is ever written to the board. What both have, as after a reveal under a name, is the board's.
 */
export interface Homes {
  readonly layer: BoardRecords | undefined
  /** How this person writes from now on. */
  writeAlone(how: AloneWriting): void
  /** Whether this person may change the record, or bring it back. */
  mayChange(record: object & { readonly id: string }): boolean
  readonly writing: AloneWriting
  /** What is made while `run` runs is a copy of what is there, and goes there, too. */
  copyTo<T>(home: Home, run: () => T): T
  /** Somebody here makes a record. */
  noteMade(record: TLRecord): void
  /** The document has the record now, whosever it was, or had it until now. */
  noteIn(home: Home, id: string): void
  attach(layer: BoardRecords): void
  /** What was in the layer has no home any more, unless the board has it. */
  detach(): void
  /** Undefined for what was in a layer that has gone. */
  of(id: string): Home | undefined
  split(changes: RecordsDiff<TLRecord>): Record<Home, RecordsDiff<TLRecord>>
}

export function createHomes(board: BoardRecords): Homes {
  const made = new Map<string, Home | 'gone'>()
  let layer: BoardRecords | undefined
  let writing: AloneWriting = 'off'
  let copyHome: Home | undefined

  const homeOf = (id: string): Home | undefined => {
    if (board.has(id)) return 'board'
    if (layer?.has(id)) return 'layer'
    const home = made.get(id) ?? 'board'
    return home === 'gone' ? undefined : home
  }
  const homeOfRecord = (record: object & { readonly id: string }): Home | undefined =>
    // A binding is part of its arrow.
    homeOf('fromId' in record ? String(record.fromId) : record.id)

  const noteIn = (home: Home, id: string) => {
    // What is deleted and brought back goes where it was.
    if (home === 'layer' ? !board.has(id) : made.has(id) || !board.has(id)) made.set(id, home)
  }

  return {
    get layer() {
      return layer
    },
    get writing() {
      return writing
    },
    writeAlone(how) {
      writing = how
    },
    mayChange(record) {
      const home = homeOfRecord(record)
      return home === 'layer' || (home === 'board' && writing !== 'only')
    },
    copyTo(home, run) {
      const before = copyHome
      copyHome = home
      try {
        return run()
      } finally {
        copyHome = before
      }
    },
    noteMade(record) {
      // What undo brings back goes where it was.
      if (made.has(record.id) || board.has(record.id)) return
      const home = copyHome ?? (writing === 'off' ? 'board' : 'layer')
      if (home === 'layer' && fitsLayer(record)) made.set(record.id, 'layer')
    },
    noteIn,
    attach(next) {
      layer = next
      for (const id of next.ids()) noteIn('layer', id)
    },
    detach() {
      layer = undefined
      for (const [id, home] of made) if (home === 'layer' && !board.has(id)) made.set(id, 'gone')
    },
    of: homeOf,
    split({ added, updated, removed }) {
      const parts = { board: emptyDiff(), layer: emptyDiff() }
      for (const record of Object.values(added)) {
        const home = homeOfRecord(record)
        if (home) Object.assign(parts[home].added, { [record.id]: record })
      }
      for (const pair of Object.values(updated)) {
        const home = homeOfRecord(pair[1])
        if (home) Object.assign(parts[home].updated, { [pair[1].id]: pair })
      }
      for (const record of Object.values(removed)) {
        const home = homeOfRecord(record)
        if (home) Object.assign(parts[home].removed, { [record.id]: record })
      }
      return parts
    },
  }
}

/** Groups, frames, zones and links cannot be shown one by one. */
export function fitsLayer(record: TLRecord): boolean {
  if (record.typeName === 'asset') return record.type === 'image'
  return record.typeName === 'shape' && layerShapeTypes.has(record.type)
}

function emptyDiff(): RecordsDiff<TLRecord> {
  return { added: {}, updated: {}, removed: {} }
}
