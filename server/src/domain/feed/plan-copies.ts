import { axisFields, placeFor } from '#shared/board/axis-values.ts'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { noteKindOf } from '#shared/board/note-kind.ts'
import { boxOfNote, noteSide } from '#shared/board/note-place.ts'
import { askedValues, fieldsOf, type NoteValue, readValue, valueNameOf } from '#shared/board/note-values.ts'
import { isHeld, originMeta, originOf } from '#shared/board/origin.ts'
import { placeBehind } from '#shared/board/sound-records.ts'
import { zoneKeyOf, zoneOf } from '#shared/board/zone-of.ts'
import { roomOf } from '#shared/board/zone-room.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import { DomainError } from '#shared/errors.ts'
import { maxShapesPerPage } from '#shared/limits.ts'
import type { Feed } from '#shared/templates/feeds.ts'
import { boxIn } from '../layer/shape-boxes.ts'
import { type BoardNow, heldOn, isOffered, type VotesOf } from './read-feed.ts'

export type CopyWish = {
  readonly ids: readonly string[]
  readonly zone: string
  readonly dir: 'ltr' | 'rtl'
  /** In place of the words of the one thing that is copied. */
  readonly text?: string | undefined
  readonly values?: Readonly<Record<string, NoteValue>> | undefined
  /** Of two tables: which row of the one goes to which of the other. */
  readonly rows?: Feed['rows']
}

/** Who carries, and what new things are called. */
export type Carrying = { readonly byId: string; readonly nowMs: number; readonly newId: () => string }

export type CopyPlan = {
  /** What the shapes show first. */
  readonly records: readonly BoardRecord[]
  readonly thereCount: number
  readonly goneCount: number
}

/**
 * Copies of things of one board for a zone of another: each remembers what it is a copy of, and nothing of who wrote that.
 *
 * @throws {DomainError} `zone_not_found`, `too_many_shapes`
 */
export function planCopies(
  from: BoardNow,
  to: BoardNow,
  wish: CopyWish,
  votesOf: VotesOf,
  { byId, nowMs, newId }: Carrying,
): CopyPlan {
  const zone = to.records.find((record) => isZone(record) && record.props?.key === wish.zone)
  if (!zone) throw new DomainError('zone_not_found')
  const source = new Map(from.records.map((record) => [record.id, record]))
  const read = (id: string) => source.get(id)
  const wanted = wish.ids.flatMap((id) => {
    const record = read(id)
    return record && isOffered(record) ? [record] : []
  })
  const held = heldOn(to)
  const coming = wanted.filter(({ id, meta }) => !isHeld(held, { id, origin: originOf(meta) }, from.id, to.id))
  assertRoom(to, coming.length)

  const props = zone.props as ZoneProps
  const siblings = to.records.filter((record) => record.typeName === 'shape' && record.parentId === zone.id)
  const room = roomOf(
    props,
    siblings.flatMap((shape) => boxIn(shape) ?? []),
    wish.dir,
  )
  const scale = room.scaleFor(coming.length)
  const top = siblings.map(({ index }) => String(index)).reduce((a, b) => (a > b ? a : b), 'a0')
  const assets: BoardRecord[] = []
  const shapes = coming.map((record, i): BoardRecord => {
    const elsewhere = { boardId: from.id, atMs: nowMs, votes: votesOf.get(record.id) ?? 0 }
    const origin = originMeta({ id: record.id, zoneKey: zoneKeyOf(record, read), elsewhere })
    const values = record.type === 'note' ? { ...askedValues(zone, record.meta), ...asked(zone, wish.values) } : {}
    const cell = record.type === 'note' ? sameColumn(record, zoneOf(record, read), props, wish.rows) : undefined
    const size = sizeOf(record, cell ? room.scaleFor(1, cell) : scale, room)
    const spot = room.take(size, cell)
    const { assetId, ...own } = record.props ?? {}
    const rest = { ...own, ...size.props, ...said(wish.text) }
    const asset = read(String(assetId))
    const copied = asset && asset.typeName === 'asset' ? copyOfAsset(asset, newId()) : undefined
    if (copied) assets.push(copied)
    const copy: BoardRecord = {
      ...record,
      ...{ id: `shape:${newId()}`, parentId: zone.id, index: placeBehind(top, i + 1) },
      ...{ x: spot.x, y: spot.y, rotation: 0, isLocked: false, opacity: 1 },
      meta: { ...values, ...origin, by: byId },
      props: assetId === undefined ? rest : { ...rest, assetId: copied?.id ?? null },
    }
    return record.type === 'note' ? placedByValues(copy, zone) : copy
  })
  return {
    records: [...assets, ...shapes],
    thereCount: wanted.length - coming.length,
    goneCount: wish.ids.length - wanted.length,
  }
}

function assertRoom({ records }: BoardNow, count: number): void {
  const pages = records.filter(({ typeName }) => typeName === 'page').length
  const shapes = records.filter(({ typeName }) => typeName === 'shape').length
  if (shapes + count > maxShapesPerPage * Math.max(1, pages)) throw new DomainError('too_many_shapes')
}

/** Notes are as large as notes are there, and no picture is larger than the room. */
function sizeOf(record: BoardRecord, scale: number, room: ReturnType<typeof roomOf>) {
  if (record.type === 'note') {
    const { w, h } = boxOfNote({ ...record, props: { ...record.props, scale } })
    return { w, h, props: { scale } }
  }
  const { w, h } = boxIn({ ...record, rotation: 0 }) ?? { w: noteSide, h: noteSide }
  if (noteKindOf(record) !== 'picture') return { w, h, props: {} }
  const fit = room.fit({ w, h })
  return { w: w * fit, h: h * fit, props: { w: w * fit, h: h * fit } }
}

/** The name of a file often says whose camera it was. */
function copyOfAsset(asset: BoardRecord, id: string): BoardRecord {
  const isNamed = typeof asset.props?.name === 'string'
  return {
    ...asset,
    id: `asset:${id}`,
    meta: {},
    props: isNamed ? { ...asset.props, name: '' } : { ...asset.props },
  }
}

function said(text: string | undefined) {
  if (text === undefined) return {}
  return { richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } }
}

/** What the zone does not ask for is not said. */
function asked(zone: BoardRecord, values: CopyWish['values'] = {}): Readonly<Record<string, NoteValue>> {
  const named = Object.entries(values).map(([key, value]) => [valueNameOf(key), value])
  return askedValues(zone, Object.fromEntries(named))
}

/** Between two axes a note lies where its values say. */
function placedByValues(note: BoardRecord, zone: BoardRecord): BoardRecord {
  const { plot } = planOf(zone.props as ZoneProps)
  if (!plot) return note
  const box = boxOfNote(note)
  let middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  for (const field of axisFields(fieldsOf(zone))) {
    const value = readValue(field, note.meta)
    if (typeof value === 'number') middle = placeFor(field, plot, value, middle)
  }
  return { ...note, x: middle.x - box.w / 2, y: middle.y - box.h / 2 }
}

/** What lay in a stage of one table lies in the same stage of another that has as many. */
function sameColumn(
  note: BoardRecord,
  from: BoardRecord | undefined,
  to: ZoneProps,
  rows: CopyWish['rows'],
): ZoneCell | undefined {
  if (!from || !rows || note.parentId !== from.id) return undefined
  const props = from.props as ZoneProps
  if (props.labels.length !== to.labels.length) return undefined
  const cell = cellAt(props, boxOfNote(note))
  const row = cell?.row === undefined ? undefined : rows[cell.row]
  return planOf(to).cells.find((each) => each.column === cell?.column && each.row === row)
}
