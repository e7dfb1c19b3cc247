import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { countNotes, type NoteCounts } from '#shared/board/count-notes.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { localise } from '#shared/board/local-text.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { NoteSummary, ZoneSummary } from '../canvas-handle.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { findFreeSpot } from './free-spot.ts'
import { inReadingOrder } from './reading-order.ts'

export function readZones(editor: Editor): (ZoneShape & TLShape)[] {
  return editor
    .getCurrentPageShapes()
    .filter(isZoneShape)
    .sort((a, b) => a.props.order - b.props.order || (a.id < b.id ? -1 : 1))
}

export function summariseZones(editor: Editor, context: CanvasContext): ZoneSummary[] {
  const locale = context.locale.get()
  return readZones(editor).map(({ id, props: { key, order, heading, prompt, noteKinds, isVotable } }) => ({
    ...{ id, key, order, noteKinds, isVotable },
    heading: localise(heading, locale),
    prompt: localise(prompt, locale),
  }))
}

export function zoneOf(editor: Editor, shape: TLShape): TLShape | undefined {
  return editor.findShapeAncestor(shape, isZoneShape)
}

/** Where in the zone a new note covers nothing. @param side - of the note, in page units */
export function findSpotIn(
  editor: Editor,
  zone: ZoneShape,
  context: CanvasContext,
  side: number,
): { x: number; y: number } {
  const taken = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    const shape = editor.getShape(id)
    const bounds = editor.getShapeGeometry(id).bounds
    return shape ? [{ x: shape.x + bounds.x, y: shape.y + bounds.y, w: bounds.w, h: bounds.h }] : []
  })
  return findFreeSpot(planZone(zone.props).notes, taken, side, context.dir.get())
}

/** Everything one can stop at, zone after zone, then what lies outside of them. */
export function shapesInReadingOrder(editor: Editor, context: CanvasContext): TLShape[] {
  const stops = editor.getCurrentPageShapes().filter((shape) => {
    if (isZoneShape(shape) || !editor.getShapeUtil(shape).canTabTo(shape)) return false
    // What is in a group or a frame is reached through it.
    return !isShapeId(shape.parentId) || isZoneShape(editor.getShape(shape.parentId))
  })
  return sortInReadingOrder(editor, context, stops)
}

/** Zone after zone, then what lies outside of them. */
export function sortInReadingOrder(editor: Editor, context: CanvasContext, shapes: readonly TLShape[]): TLShape[] {
  const byZone = new Map<string | undefined, TLShape[]>()
  for (const shape of shapes) {
    const zoneId = zoneOf(editor, shape)?.id
    const known = byZone.get(zoneId)
    if (known) known.push(shape)
    else byZone.set(zoneId, [shape])
  }
  const dir = context.dir.get()
  return [...readZones(editor).map(({ id }) => id), undefined].flatMap((zoneId) =>
    inReadingOrder(
      (byZone.get(zoneId) ?? []).flatMap((item) => {
        const bounds = editor.getShapePageBounds(item)
        return bounds ? [{ item, x: bounds.center.x, y: bounds.center.y, h: bounds.h }] : []
      }),
      dir,
    ),
  )
}

export function summariseNotes(editor: Editor, context: CanvasContext): NoteSummary[] {
  return shapesInReadingOrder(editor, context).flatMap((shape) => {
    const kind = kindOf(shape)
    const text = textOf(editor, shape).trim()
    // An empty note is one that somebody is about to write; other empty shapes say nothing.
    if (!kind || (text === '' && kind !== 'note')) return []
    const isAlone = context.aloneIds.get().has(shape.id)
    return [{ id: shape.id, zoneId: zoneOf(editor, shape)?.id, kind, text, isAlone }]
  })
}

export function countAlone(editor: Editor, context: CanvasContext): NoteCounts {
  const alone = editor.getCurrentPageShapes().filter(({ id }) => context.aloneIds.get().has(id))
  return countNotes(alone, ({ parentId }) => {
    const parent = isShapeId(parentId) ? editor.getShape(parentId) : undefined
    return isZoneShape(parent) ? parent.props.key : undefined
  })
}

/** The plain words, without going through tldraw's text editor as its own `getText` does for rich text. */
function textOf(editor: Editor, shape: TLShape): string {
  return 'richText' in shape.props ? plainText(shape.props.richText) : (editor.getShapeUtil(shape).getText(shape) ?? '')
}

function kindOf(shape: TLShape): NoteSummary['kind'] | undefined {
  switch (shape.type) {
    case 'note':
    case 'text':
    case 'frame':
      return shape.type
    case 'geo':
    case 'arrow':
    case 'bookmark':
      return 'shape'
    default:
      return undefined
  }
}
