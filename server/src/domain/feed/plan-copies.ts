import { axisFields, placeFor } from '#shared/board/axis-values.ts'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import type { Box, ZoneCell } from '#shared/board/drawing/plan.ts'
import { noteKindOf } from '#shared/board/note-kind.ts'
import { boxOfNote, growthOf, growthOfNote, noteSide, sizeOfNote } from '#shared/board/note-place.ts'
import { askedValues, fieldsOf, type NoteValue, readValue, valueNameOf } from '#shared/board/note-values.ts'
import { originMeta } from '#shared/board/origin.ts'
import { placeBehind } from '#shared/board/sound-records.ts'
import { zoneKeyOf, zoneOf } from '#shared/board/zone-of.ts'
import { type Room, roomOf } from '#shared/board/zone-room.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import { DomainError } from '#shared/errors.ts'
import { maxCopiedShapes, maxShapesPerPage } from '#shared/limits.ts'
import type { Feed } from '#shared/templates/feeds.ts'
import { boxIn, unionOf } from '../layer/shape-boxes.ts'
import { type Drawing, resized } from './drawings.ts'
import {
  type BoardNow,
  heldOn,
  isOfferedThere,
  type Offered,
  offeredOn,
  type VotesOf,
  votesOfThing,
} from './read-feed.ts'

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
  /** Things, each of which may be many shapes. */
  readonly copiedCount: number
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
  const offered = offeredOn(from)
  const known = wish.ids.filter((id) => offered.has(id))
  // Every stroke of a drawing asks for all of it, once.
  const wanted = [...new Map(known.flatMap((id) => pairOf(offered.get(id)))).values()]
  const held = heldOn(to)
  const coming = wanted.filter((thing) => !isOfferedThere(held, thing, from.id, to.id))
  const shapeCount = coming.reduce((sum, { drawing }) => sum + (drawing?.shapes.length ?? 1), 0)
  if (shapeCount > maxCopiedShapes) throw new DomainError('too_many_shapes')
  assertRoom(to, shapeCount)

  const props = zone.props as ZoneProps
  const siblings = to.records.filter((record) => record.typeName === 'shape' && record.parentId === zone.id)
  const room = roomOf(
    props,
    siblings.flatMap((shape) => boxWithParts(shape, to) ?? []),
    wish.dir,
  )
  const growthFor = (record: BoardRecord) => (wish.text === undefined ? growthOfNote(record) : growthOf(wish.text))
  const parts = new Map(
    coming.map((thing) => {
      const { record } = thing
      return [thing, record.type === 'note' ? sameColumn(record, zoneOf(record, read), props, wish.rows) : undefined]
    }),
  )
  // What comes into one part is of one size there.
  const scales = new Map(
    [...new Set(parts.values())].map((part) => {
      const inPart = coming.filter((thing) => parts.get(thing) === part)
      return [
        part,
        room.scaleFor(
          inPart.map(({ record }) => (record.type === 'note' ? growthFor(record) : 0)),
          part,
        ),
      ]
    }),
  )
  const top = siblings.map(({ index }) => String(index)).reduce((a, b) => (a > b ? a : b), 'a0')
  const assets: BoardRecord[] = []
  const metaOf = (thing: Offered, id: string) => {
    const elsewhere = { boardId: from.id, atMs: nowMs, votes: votesOfThing(thing, votesOf) }
    return { ...originMeta({ id, zoneKey: zoneKeyOf(thing.record, read), elsewhere }), by: byId }
  }
  const shapes = coming.flatMap((thing, i): BoardRecord[] => {
    const { record, drawing } = thing
    if (drawing) {
      const times = room.fit(drawing.box)
      const spot = room.take({ w: drawing.box.w * times, h: drawing.box.h * times })
      const place = { parentId: zone.id, index: placeBehind(top, i + 1), ...spot }
      return copyOfDrawing(drawing, { place, times, newId, metaOf: (id) => metaOf(thing, id) })
    }
    const values = record.type === 'note' ? { ...askedValues(zone, record.meta), ...asked(zone, wish.values) } : {}
    const part = parts.get(thing)
    const size = sizeOf(record, { scale: scales.get(part) ?? 1, growY: growthFor(record) }, room)
    const spot = room.take(size, part)
    const { assetId, ...own } = record.props ?? {}
    const rest = { ...own, ...size.props, ...said(wish.text) }
    const asset = read(String(assetId))
    const copied = asset && asset.typeName === 'asset' ? copyOfAsset(asset, newId()) : undefined
    if (copied) assets.push(copied)
    const copy: BoardRecord = {
      ...record,
      ...{ id: `shape:${newId()}`, parentId: zone.id, index: placeBehind(top, i + 1) },
      ...{ x: spot.x, y: spot.y, rotation: 0, isLocked: false, opacity: 1 },
      meta: { ...values, ...metaOf(thing, record.id) },
      props: assetId === undefined ? rest : { ...rest, assetId: copied?.id ?? null },
    }
    return [record.type === 'note' ? placedByValues(copy, zone) : copy]
  })
  return {
    records: [...assets, ...shapes],
    copiedCount: coming.length,
    thereCount: wanted.length - coming.length,
    goneCount: wish.ids.length - known.length,
  }
}

/** A group takes up what its parts do, and the room between them. */
function boxWithParts(shape: BoardRecord, board: BoardNow): Box | undefined {
  if (shape.type !== 'group') return boxIn(shape)
  const parts = board.records.filter(({ typeName, parentId }) => typeName === 'shape' && parentId === shape.id)
  const around = unionOf(parts.flatMap((part) => boxWithParts(part, board) ?? []))
  return around && { ...around, x: around.x + Number(shape.x), y: around.y + Number(shape.y) }
}

function pairOf(thing: Offered | undefined): [string, Offered][] {
  return thing ? [[thing.record.id, thing]] : []
}

type CopiedDrawing = {
  readonly place: { readonly parentId: string; readonly index: string; readonly x: number; readonly y: number }
  readonly times: number
  readonly newId: () => string
  readonly metaOf: (id: string) => NonNullable<BoardRecord['meta']>
}

/** Many shapes become a group: they stay one drawing for whoever moves it there. */
function copyOfDrawing({ shapes, box, id }: Drawing, { place, times, newId, metaOf }: CopiedDrawing): BoardRecord[] {
  const upright = { rotation: 0, isLocked: false, opacity: 1 }
  const fresh = (shape: BoardRecord) => ({
    ...resized(shape, times),
    ...{ id: `shape:${newId()}`, isLocked: false, meta: metaOf(shape.id) },
    ...{ x: (Number(shape.x) - box.x) * times, y: (Number(shape.y) - box.y) * times },
  })
  const [only, ...more] = shapes.map(fresh)
  if (only && more.length === 0) return [{ ...only, ...place, x: place.x + only.x, y: place.y + only.y }]
  const group = `shape:${newId()}`
  const inGroup = [...(only ? [only] : []), ...more].map((shape, i) => {
    return { ...shape, parentId: group, index: placeBehind('a0', i + 1) }
  })
  return [
    { id: group, typeName: 'shape', type: 'group', ...place, ...upright, meta: metaOf(id), props: {} },
    ...inGroup,
  ]
}

function assertRoom({ records }: BoardNow, count: number): void {
  const pages = records.filter(({ typeName }) => typeName === 'page').length
  const shapes = records.filter(({ typeName }) => typeName === 'shape').length
  if (shapes + count > maxShapesPerPage * Math.max(1, pages)) throw new DomainError('too_many_shapes')
}

/** Notes are as large as notes are there, and no picture is larger than the room. */
function sizeOf(record: BoardRecord, note: { readonly scale: number; readonly growY: number }, room: Room) {
  if (record.type === 'note') return { ...sizeOfNote(note.scale, note.growY), props: note }
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
