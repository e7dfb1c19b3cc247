import { createShapeId, type Editor, isShapeId, type TLNoteShape, type TLShape, type TLShapePartial } from 'tldraw'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { growthOf, sizeOfNote } from '#shared/board/note-place.ts'
import { askedValues, fieldsOf, readValue } from '#shared/board/note-values.ts'
import { isAlreadyIn, originMeta, originOf } from '#shared/board/origin.ts'
import type { Room } from '#shared/board/zone-room.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { zoneOf } from '../handle/board-content.ts'
import { isNote } from '../note/is-note.ts'
import { movedTo } from '../values/axes.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { CopiedItem, CopyOutcome } from './canvas-items.ts'
import { freshNoteIn } from './fresh-note.ts'
import { partFor } from './part-of.ts'
import { type Piece, piecesOf, shrinkPiece } from './pieces.ts'
import { roomIn } from './room-in.ts'

type Zone = ZoneShape & TLShape

/**
 * Puts copies into a zone, as one change of the board with a way back. Each remembers what it is a copy of; what the zone
 * has already is not copied again. What is gone from the board comes back as its words, and what is written alone stays
 * where it is.
 */
export function copyInto(editor: Editor, context: CanvasContext, items: readonly CopiedItem[]): CopyOutcome {
  const nothing = { copiedCount: 0, thereCount: 0, undo: () => undefined }
  if (editor.getIsReadonly()) return nothing
  const alone = context.aloneIds.get()
  const made: Copies[] = []
  let thereCount = 0
  for (const zoneId of new Set(items.map((item) => item.zoneId))) {
    const zone = find(editor, zoneId)
    if (!isZoneShape(zone)) continue
    const held = [...editor.getShapeAndDescendantIds([zone.id])].flatMap((id) => {
      const shape = alone.has(id) ? undefined : editor.getShape(id)
      return shape ? [{ id: shape.id as string, origin: originOf(shape.meta) }] : []
    })
    const shared = items.filter((item) => item.zoneId === zoneId && !alone.has(item.id as TLShape['id']))
    const coming = shared.filter(({ id }) => !isAlreadyIn(held, { id, origin: originOf(find(editor, id)?.meta) }))
    thereCount += shared.length - coming.length
    made.push(...copiesIn(editor, zone, roomIn(editor, context, zone), coming))
  }
  const partials = made.flatMap((copies) => copies.partials)
  if (partials.length === 0 || !editor.canCreateShapes(partials)) return { ...nothing, thereCount }
  editor.markHistoryStoppingPoint('carry on')
  editor.run(() => {
    editor.createShapes(partials)
    for (const { partials: copies, times } of made) {
      if (times < 1)
        shrinkPiece(
          editor,
          copies.map(({ id }) => id),
          times,
        )
    }
    for (const { id } of partials) moveToValues(editor, editor.getShape(id))
  })
  const there = partials.flatMap(({ id }) => (editor.getShape(id) ? [id] : []))
  return {
    ...{ copiedCount: there.length, thereCount },
    undo() {
      editor.markHistoryStoppingPoint('undo carrying on')
      editor.deleteShapes(there.filter((id) => editor.getShape(id)))
    },
  }
}

function find(editor: Editor, id: string): TLShape | undefined {
  return isShapeId(id) ? editor.getShape(id) : undefined
}

/** `times`: how much smaller they are made, together, once they are there. */
type Copies = { readonly partials: readonly TLShapePartial[]; readonly times: number }

function copiesIn(editor: Editor, zone: Zone, room: Room, items: readonly CopiedItem[]): Copies[] {
  const sources = new Map(items.flatMap((item) => (find(editor, item.id) ? [[item.id, item]] : [])))
  const gone = items.filter(({ id }) => !sources.has(id))
  const growthsOfGone = gone.map(({ text }) => growthOf(text))
  const pieces = piecesOf(
    editor,
    [...sources.keys()].flatMap((id) => find(editor, id) ?? []),
  ).map((piece) => ({ ...piece, part: partFor(editor, zone.props, piece.shapes[0]) }))
  const scales = new Map(
    [...new Set(pieces.map(({ part }) => part))].map((part) => [
      part,
      room.scaleFor(
        [...pieces.filter((piece) => piece.part === part).map(growthOfPiece), ...(part ? [] : growthsOfGone)],
        part,
      ),
    ]),
  )
  const scaleIn = (part: ZoneCell | undefined) => scales.get(part) ?? room.scaleFor(growthsOfGone)
  return [
    ...pieces.map(({ shapes, bounds, part }) => {
      const [first] = shapes
      if (first && isNote(first)) return copyOfNote(editor, first, zone, room, { part, scale: scaleIn(part) })
      return copyOfPiece(editor, { shapes, bounds }, zone, room, part)
    }),
    ...gone.map((item) => wordsOf(item, zone, room, scaleIn(undefined))),
  ]
}

function growthOfPiece({ shapes: [first] }: Piece): number {
  return first && isNote(first) ? first.props.growY : 0
}

const freshIn = (zone: Zone) => ({ id: createShapeId(), parentId: zone.id })

/** What is gone from the board. */
function wordsOf(item: CopiedItem, zone: Zone, room: Room, scale: number): Copies {
  const meta = originMeta({ id: item.id, zoneKey: item.zoneKey })
  const note = freshNoteIn(zone, room, item.text, undefined, scale)
  return { partials: [{ id: createShapeId(), ...note, meta }], times: 1 }
}

function copyOfNote(
  editor: Editor,
  source: TLNoteShape,
  zone: Zone,
  room: Room,
  { part, scale }: { readonly part: ZoneCell | undefined; readonly scale: number },
): Copies {
  const place = room.take(sizeOfNote(scale, source.props.growY), part)
  const props = { ...source.props, scale }
  const meta = { ...metaOf(editor, source), ...askedValues(zone, source.meta) }
  return { partials: [{ ...freshIn(zone), type: 'note', ...place, props, meta }], times: 1 }
}

function copyOfPiece(
  editor: Editor,
  { shapes, bounds }: Piece,
  zone: Zone,
  room: Room,
  part: ZoneCell | undefined,
): Copies {
  const times = room.fit(bounds, part)
  const spot = room.take({ w: bounds.w * times, h: bounds.h * times }, part)
  const partials = shapes.map((shape): TLShapePartial => {
    const transform = editor.getShapePageTransform(shape)
    const { x, y } = transform.point()
    const place = { x: spot.x + x - bounds.x, y: spot.y + y - bounds.y, rotation: transform.rotation() }
    return { ...freshIn(zone), type: shape.type, ...place, props: shape.props, meta: metaOf(editor, shape) }
  })
  return { partials, times }
}

function metaOf(editor: Editor, source: TLShape) {
  const from = zoneOf(editor, source)
  return originMeta({ id: source.id, zoneKey: isZoneShape(from) ? from.props.key : undefined })
}

/** Between two axes a note lies where its values say. */
function moveToValues(editor: Editor, note: TLShape | undefined): void {
  if (!note || !isNote(note)) return
  const zone = zoneOf(editor, note)
  const values = fieldsOf(zone).flatMap((field): [string, number][] => {
    const value = readValue(field, note.meta)
    return typeof value === 'number' ? [[field.key, value]] : []
  })
  const { id, type, x, y } = movedTo(editor, note, new Map(values))
  if (x !== note.x || y !== note.y) editor.updateShape({ id, type, x, y })
}
