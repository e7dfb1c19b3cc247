import type { BoardRecord } from '#shared/board/board-records.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { GoneShape } from './board-log.ts'

/**
 * The last good form of every record of a board, with what hangs on what. A change that is not taken is put back from
 * here.
 */
export interface KnownRecords {
  get(id: string): BoardRecord | undefined
  ids(): Iterable<string>
  /** Notes the record as it is now; `undefined` for one that was removed. */
  note(id: string, record: BoardRecord | undefined): void
  /** Shapes that lie in this shape or page. */
  childrenOf(id: string): readonly string[]
  /** Bindings that begin or end at this shape. */
  bindingsOf(id: string): readonly string[]
  /** Shapes that show this picture. */
  shapesShowing(assetId: string): readonly string[]
  readonly shapeCount: number
  readonly pageCount: number
  readonly zoneCount: number
  /** Zones of this key: one, but on boards from before that was held. */
  zonesCalled(key: string): readonly string[]
  /** Who first made the record, as far as this process has seen; also after its deletion, so that undo gives it back. */
  makerOf(id: string): string | undefined
  noteMaker(id: string, participantId: string): void
  /** The shapes that were removed since this was last asked, and whose makers are known. */
  takeGone(): readonly GoneShape[]
}

export function createKnownRecords(): KnownRecords {
  const records = new Map<string, BoardRecord>()
  const children = new Map<string, Set<string>>()
  const bindings = new Map<string, Set<string>>()
  const showing = new Map<string, Set<string>>()
  const zones = new Map<string, Set<string>>()
  const makers = new Map<string, string>()
  let gone = new Set<string>()
  const counts = { shape: 0, page: 0, zone: 0 }

  const count = (record: BoardRecord, step: number) => {
    if (record.typeName === 'shape') counts.shape += step
    if (record.typeName === 'page') counts.page += step
    if (isZone(record)) counts.zone += step
  }
  const link = (record: BoardRecord) => {
    if (record.typeName === 'shape') addTo(children, String(record.parentId), record.id)
    if (typeof record.props?.assetId === 'string') addTo(showing, record.props.assetId, record.id)
    if (isZone(record)) addTo(zones, String(record.props?.key), record.id)
    if (record.typeName === 'binding')
      for (const end of [record.fromId, record.toId]) addTo(bindings, String(end), record.id)
  }
  const unlink = (record: BoardRecord) => {
    if (record.typeName === 'shape') removeFrom(children, String(record.parentId), record.id)
    if (typeof record.props?.assetId === 'string') removeFrom(showing, record.props.assetId, record.id)
    if (isZone(record)) removeFrom(zones, String(record.props?.key), record.id)
    if (record.typeName === 'binding')
      for (const end of [record.fromId, record.toId]) removeFrom(bindings, String(end), record.id)
  }

  return {
    get: (id) => records.get(id),
    ids: () => records.keys(),
    note(id, record) {
      const before = records.get(id)
      if (before) {
        count(before, -1)
        unlink(before)
      }
      if (record) {
        records.set(id, record)
        count(record, 1)
        link(record)
        const maker = record.meta?.by
        if (!makers.has(id) && typeof maker === 'string') makers.set(id, maker)
      } else {
        records.delete(id)
        if (before?.typeName === 'shape') gone.add(id)
      }
    },
    childrenOf: (id) => [...(children.get(id) ?? [])],
    bindingsOf: (id) => [...(bindings.get(id) ?? [])],
    shapesShowing: (assetId) => [...(showing.get(assetId) ?? [])],
    get shapeCount() {
      return counts.shape
    },
    get pageCount() {
      return counts.page
    },
    get zoneCount() {
      return counts.zone
    },
    zonesCalled: (key) => [...(zones.get(key) ?? [])],
    makerOf: (id) => makers.get(id),
    noteMaker: (id, participantId) => void makers.set(id, participantId),
    takeGone() {
      const taken = [...gone].flatMap((recordId) => {
        const makerId = records.has(recordId) ? undefined : makers.get(recordId)
        return makerId === undefined ? [] : [{ recordId, makerId }]
      })
      gone = new Set()
      return taken
    },
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}

function removeFrom(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  known?.delete(value)
  if (known?.size === 0) sets.delete(key)
}
