import { type Editor, type TLNoteShape, type TLShape, Vec } from 'tldraw'
import { type AxisField, axisFields, placeFor, valueAt } from '#shared/board/axis-values.ts'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import type { Plot } from '#shared/board/drawing/plan.ts'
import { fieldsOf, valueNameOf } from '#shared/board/note-values.ts'
import type { FieldHistory } from '../history/keep-history-by-field.ts'
import { isNote } from '../note/is-note.ts'
import { fromCorner, middleOf } from '../note/note-box.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

type Axes = { readonly plot: Plot; readonly fields: readonly AxisField[] }

/** What places in the zone say of notes that lie in it, not deeper. */
function axesOf(editor: Editor, { parentId }: TLShape): Axes | undefined {
  const zone = editor.getShape(parentId as TLShape['id'])
  if (!isZoneShape(zone)) return undefined
  const fields = axisFields(fieldsOf(zone))
  const plot = fields.length > 0 ? planOf(zone.props).plot : undefined
  return plot && { plot, fields }
}

/** The note where its values put it: each moves it along its own axis only. */
export function movedTo(editor: Editor, note: TLNoteShape, values: ReadonlyMap<string, number>): TLNoteShape {
  const axes = axesOf(editor, note)
  if (!axes) return note
  let middle: { readonly x: number; readonly y: number } = middleOf(note)
  for (const field of axes.fields) {
    const value = values.get(field.key)
    if (value !== undefined) middle = placeFor(field, axes.plot, value, middle)
  }
  const { x, y } = Vec.Sub(middle, fromCorner(note))
  return { ...note, x, y }
}

/**
 * Where somebody puts a note between two axes says its values: they change with each move, in the same step for undo.
 *
 * @returns the stop.
 */
export function followAxes(editor: Editor, history: Pick<FieldHistory, 'isApplying'>): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (previous, next, source) => {
    if (source !== 'user' || history.isApplying || !isNote(next)) return next
    const isMoved = previous.x !== next.x || previous.y !== next.y || previous.parentId !== next.parentId
    // Who sets a value has moved the note herself.
    if (!isMoved || previous.meta !== next.meta) return next
    const axes = axesOf(editor, next)
    if (!axes) return next
    const middle = middleOf(next)
    const meta = { ...next.meta }
    let isChanged = false
    for (const field of axes.fields) {
      const value = valueAt(field, axes.plot, middle)
      const name = valueNameOf(field.key)
      if (value === undefined || meta[name] === value) continue
      meta[name] = value
      isChanged = true
    }
    return isChanged ? { ...next, meta } : next
  })
}
