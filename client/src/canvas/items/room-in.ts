import type { Editor, TLShape } from 'tldraw'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { findFreeSpot, freeSpots } from '../handle/free-spot.ts'
import { noteSide } from '../note/LightNote.tsx'
import { noteScale } from '../stamp-maker.ts'
import type { ZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** From the size of every new note to what can just be read when the zone fills a screen. */
const scales = [noteScale, 0.9, 0.65, 0.45] as const
const smallest = 0.45

/** What is free in a zone, as one thing after another is put into it. */
export type Room = {
  /** Of notes: many are made small, so that none lies on another. More than fit at the smallest overlap. */
  scaleFor(count: number): number
  /** Makes a picture that is larger than all of the room as large as the room. */
  fit(size: { readonly w: number; readonly h: number }): number
  /** @param side - of what is put there, in page units. */
  take(side: number): { readonly x: number; readonly y: number }
}

export function roomIn(editor: Editor, context: CanvasContext, zone: ZoneShape & TLShape): Room {
  const { notes } = planZone(zone.props)
  const dir = context.dir.get()
  const taken = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    const shape = editor.getShape(id)
    const bounds = editor.getShapeGeometry(id).bounds
    return shape ? [{ x: shape.x + bounds.x, y: shape.y + bounds.y, w: bounds.w, h: bounds.h }] : []
  })
  return {
    scaleFor: (count) =>
      scales.find((scale) => [...freeSpots(notes, taken, noteSide * scale, dir)].length >= count) ?? smallest,
    fit: ({ w, h }) => Math.min(1, notes.w / w, notes.h / h),
    take(side) {
      const spot = findFreeSpot(notes, taken, side, dir)
      taken.push({ ...spot, w: side, h: side })
      return spot
    },
  }
}
