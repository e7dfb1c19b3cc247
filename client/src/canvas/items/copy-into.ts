import { createShapeId, type Editor, isShapeId, type TLShape, type TLShapePartial, toRichText } from 'tldraw'
import { askedValues, fieldsOf, readValue } from '#shared/board/note-values.ts'
import { isAlreadyIn, originMeta, originOf } from '#shared/board/origin.ts'
import type { Room } from '#shared/board/zone-room.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { zoneOf } from '../handle/board-content.ts'
import { isNote } from '../note/is-note.ts'
import { noteSide } from '../note/LightNote.tsx'
import { movedTo } from '../values/axes.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { CopiedItem, CopyOutcome } from './canvas-items.ts'
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
  const partials: TLShapePartial[] = []
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
    const room = roomIn(editor, context, zone)
    const scale = room.scaleFor(coming.length)
    for (const item of coming) partials.push(copyOf(editor, item, zone, room, scale))
  }
  if (partials.length === 0 || !editor.canCreateShapes(partials)) return { ...nothing, thereCount }
  editor.markHistoryStoppingPoint('carry on')
  editor.run(() => {
    editor.createShapes(partials)
    for (const { id } of partials) moveToValues(editor, editor.getShape(id))
  })
  const made = partials.flatMap(({ id }) => (editor.getShape(id) ? [id] : []))
  return {
    ...{ copiedCount: made.length, thereCount },
    undo() {
      editor.markHistoryStoppingPoint('undo carrying on')
      editor.deleteShapes(made.filter((id) => editor.getShape(id)))
    },
  }
}

function find(editor: Editor, id: string): TLShape | undefined {
  return isShapeId(id) ? editor.getShape(id) : undefined
}

function copyOf(editor: Editor, item: CopiedItem, zone: Zone, room: Room, scale: number): TLShapePartial {
  const source = find(editor, item.id)
  const from = source && zoneOf(editor, source)
  const meta = originMeta({ id: item.id, zoneKey: isZoneShape(from) ? from.props.key : item.zoneKey })
  const copy = { id: createShapeId(), parentId: zone.id }
  if (!source) {
    const props = { richText: toRichText(item.text), scale, color: 'yellow' }
    return { ...copy, type: 'note', ...room.take(noteSide * scale), props, meta }
  }
  const { w, h } = editor.getShapeGeometry(source).bounds
  if (isNote(source)) {
    const smaller = Math.min(source.props.scale, scale)
    const place = room.take((Math.max(w, h) * smaller) / source.props.scale)
    const props = { ...source.props, scale: smaller }
    return { ...copy, type: 'note', ...place, props, meta: { ...meta, ...askedValues(zone, source.meta) } }
  }
  const fit = source.type === 'image' ? room.fit({ w, h }) : 1
  const props = fit < 1 ? { ...source.props, w: w * fit, h: h * fit } : source.props
  return { ...copy, type: source.type, ...room.take(Math.max(w, h) * fit), props, meta }
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
