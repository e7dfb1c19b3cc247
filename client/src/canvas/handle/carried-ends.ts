import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { originOf } from '#shared/board/origin.ts'
import type { Carried, NoteSummary } from '../canvas-handle.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** @returns for a shape what it is a copy of, and where copies of it went. */
export function findEnds(
  editor: Editor,
  shapes: readonly TLShape[],
): (shape: TLShape) => Pick<NoteSummary, 'from' | 'fromBoard' | 'wentTo'> {
  const zoneOf = (shape: TLShape) => editor.findShapeAncestor(shape, isZoneShape)
  const zoneByKey = new Map<string | undefined, TLShape>()
  const copiesOf = new Map<string, TLShape[]>()
  for (const shape of shapes) {
    if (isZoneShape(shape)) zoneByKey.set(shape.props.key, shape)
    const origin = originOf(shape.meta)
    // What it is a copy of lies elsewhere; something here may have that id, too.
    if (!origin || origin.elsewhere) continue
    const known = copiesOf.get(origin.id)
    if (known) known.push(shape)
    else copiesOf.set(origin.id, [shape])
  }
  const end = (noteId: string | undefined, zone: TLShape | undefined): Carried => ({ noteId, zoneId: zone?.id })
  return (shape) => {
    const origin = originOf(shape.meta)
    const isHere = origin && !origin.elsewhere
    const original = isHere && isShapeId(origin.id) ? editor.getShape(origin.id) : undefined
    return {
      fromBoard: origin?.elsewhere && { ...origin.elsewhere, noteId: origin.id, zoneKey: origin.zoneKey },
      from: isHere ? end(original?.id, zoneByKey.get(origin.zoneKey) ?? (original && zoneOf(original))) : undefined,
      wentTo: (copiesOf.get(shape.id) ?? []).map((copy) => end(copy.id, zoneOf(copy))),
    }
  }
}
