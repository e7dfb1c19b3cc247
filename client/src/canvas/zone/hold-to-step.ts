import { Box, type Editor, type TLEventInfo, type TLShape, type TLShapeId, Vec, type VecLike } from 'tldraw'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { sizeOfNote } from '#shared/board/note-place.ts'
import type { StepTool } from '#shared/session/modes.ts'
import { mayMake } from '#shared/session/offered-tools.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { readZones, zonesOfPage } from '../handle/board-content.ts'
import { isFreshNote } from '../items/fresh-note.ts'
import { roomIn } from '../items/room-in.ts'
import { goToPageOf } from '../pages/board-pages.ts'
import { showBounds } from '../show-bounds.ts'
import { isZoneShape, type ZoneShape } from './ZoneShapeUtil.tsx'

/** Why something was not done, or was done elsewhere. Zones by their keys. */
export type Held =
  | { readonly reason: 'elsewhere' | 'moved'; readonly zones: readonly string[] }
  | { readonly reason: 'tool'; readonly tool: StepTool | undefined }

/** What is drawn where it begins. A note and a text are made by one press: they can be put where they belong. */
const drawingTools = ['draw', 'highlight', 'geo', 'line', 'arrow', 'frame']

/**
 * Keeps a person to the zones and the tools of the step, before the server has to: what lies elsewhere is as if it were
 * locked, what she makes elsewhere goes into the nearest zone of the step, and what she drags stops at its edge.
 *
 * @returns the stop.
 */
export function holdToStep(editor: Editor, context: CanvasContext, tell: (held: Held) => void): () => void {
  const { sideEffects } = editor
  const allowed = () => context.allowance.get()
  const openZones = () => {
    const { zones } = allowed()
    if (!zones) return undefined
    const isOfStep = ({ props }: ZoneShape) => zones.includes(props.key)
    const here = zonesOfPage(editor).filter(isOfStep)
    // Places on one page are no nearer to those on another: only where there is none here does it matter what is there.
    return here.length > 0 ? here : readZones(editor).filter(isOfStep)
  }
  const tellElsewhere = (reason: 'elsewhere' | 'moved' = 'elsewhere') => {
    const { zones } = allowed()
    if (zones) tell({ reason, zones })
  }

  /** Whether she may write where the shape lies. Zones themselves are guarded elsewhere. */
  const isOpen = (shape: TLShape): boolean => {
    const { zones } = allowed()
    if (!zones || isZoneShape(shape)) return true
    const zone = zoneAbove(editor, shape)
    return zone !== undefined && zones.includes(zone.props.key)
  }

  /** tldraw's tool moves a note that it has made by half, so that its middle is where one pressed. */
  const freshSpot = (zone: ZoneShape & TLShape, note: TLShape) => {
    const room = roomIn(editor, context, zone)
    const { bounds } = editor.getShapeUtil(note).getGeometry(note)
    const size = isFreshNote(note) ? sizeOfNote(room.scaleFor([0])) : bounds
    const { x, y } = room.take(size)
    const half = editor.isIn('note') ? 0.5 : 0
    return { x: x + half * size.w, y: y + half * size.h }
  }

  /** The same, in the zone of the step that is nearest. */
  const broughtIn = (shape: TLShape): TLShape => {
    const parent = editor.getShape(shape.parentId as TLShapeId)
    const place = parent ? editor.getShapePageTransform(parent).applyToPoint(shape) : shape
    const zone = nearest(openZones() ?? [], place)
    if (!zone) return shape
    const { bounds } = editor.getShapeUtil(shape).getGeometry(shape)
    const spot =
      shape.type === 'note'
        ? freshSpot(zone, shape)
        : within(planZone(zone.props).notes, { x: place.x - zone.x, y: place.y - zone.y }, bounds)
    const at = { parentId: zone.id, index: editor.getHighestIndexForParent(zone.id) }
    // What is drawn next may be far from what she looks at.
    editor.timers.requestAnimationFrame(() => {
      const room = editor.getShapePageBounds(zone.id)
      const made = editor.getShapePageBounds(shape.id)
      if (!room || !made) return
      const isElsewhere = editor.getAncestorPageId(zone.id) !== editor.getCurrentPageId()
      goToPageOf(editor, zone.id)
      if (isElsewhere || !editor.getViewportPageBounds().contains(made))
        showBounds(editor, room, { dir: context.dir.get() })
    })
    return { ...shape, ...spot, ...at }
  }

  /** Where a drag ends that would take the shape out of its zone: all of it stays in, where there is room; else its middle. */
  const keptIn = (shape: TLShape): TLShape => {
    const zone = editor.getShape(shape.parentId as TLShapeId)
    // A stroke and an arrow may lead out: they lie where they begin.
    if (!isZoneShape(zone) || drawingTools.includes(editor.getCurrentToolId())) return shape
    const { bounds } = editor.getShapeGeometry(shape)
    const { minX, minY, maxX, maxY } = Box.FromPoints(bounds.corners.map((corner) => Vec.Rot(corner, shape.rotation)))
    const x = held(shape.x, minX, maxX, zone.props.w)
    const y = held(shape.y, minY, maxY, zone.props.h)
    if (x === shape.x && y === shape.y) return shape
    tellElsewhere()
    return { ...shape, x, y }
  }

  const stockIsLocked = editor.isShapeOrAncestorLocked
  editor.isShapeOrAncestorLocked = (shape) => {
    if (stockIsLocked.call(editor, shape)) return true
    const found = shape && editor.getShape(shape)
    return found !== undefined && !isOpen(found)
  }

  const beginsElsewhere = (info: TLEventInfo): boolean => {
    if (info.type !== 'pointer' && info.type !== 'click') return false
    if (info.button !== 0 || editor.inputs.keys.has('Space')) return false
    const zones = openZones()
    if (!zones) return false
    const tool = editor.getCurrentToolId()
    const begins =
      info.name === 'pointer_down' ? drawingTools.includes(tool) : info.name === 'double_click' && tool === 'select'
    if (!begins) return false
    const point = editor.screenToPage(info.point)
    return !zones.some((zone) => editor.isShapeInPage(zone) && editor.getShapePageBounds(zone)?.containsPoint(point))
  }
  const stockDispatch = editor.dispatch
  editor.dispatch = (info) => {
    if (!beginsElsewhere(info)) return stockDispatch.call(editor, info)
    if (info.name !== 'double_click' || info.phase === 'up') tellElsewhere()
    return editor
  }

  const stops = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || isOpen(shape) || !mayMake(allowed().tools, shape.type)) return shape
      const brought = broughtIn(shape)
      if (brought !== shape) tellElsewhere('moved')
      return brought
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || isZoneShape(shape)) return
      const isMade = mayMake(allowed().tools, shape.type)
      if (isMade && isOpen(shape)) return
      // Made and taken away within one operation: nothing of it reaches the document.
      editor.store.remove([shape.id])
      // An empty text is a double click that meant nothing.
      if (!isMade && shape.type !== 'text')
        tell({ reason: 'tool', tool: shape.type === 'image' ? 'picture' : undefined })
    }),
    sideEffects.registerBeforeChangeHandler('shape', (previous, next, source) => {
      if (source !== 'user' || !allowed().zones || isZoneShape(next)) return next
      if (!isOpen(previous)) return previous
      if (isOpen(next)) return next.x === previous.x && next.y === previous.y ? next : keptIn(next)
      const { parentId, index, x, y, rotation } = previous
      return { ...next, ...{ parentId, index, x, y, rotation } }
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source !== 'user' || isOpen(shape) || isZoneShape(shape)) return
      tellElsewhere()
      return false
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    editor.isShapeOrAncestorLocked = stockIsLocked
    editor.dispatch = stockDispatch
  }
}

/** Of a shape as it says itself, which may not be on the board yet, or no more so. */
function zoneAbove(editor: Editor, shape: TLShape): ZoneShape | undefined {
  let parent = editor.getShape(shape.parentId as TLShapeId)
  while (parent && !isZoneShape(parent)) parent = editor.getShape(parent.parentId as TLShapeId)
  return parent
}

function nearest(zones: readonly ZoneShape[], { x, y }: VecLike): ZoneShape | undefined {
  const distance = (zone: ZoneShape) => {
    const dx = x - clamp(x, zone.x, zone.x + zone.props.w)
    const dy = y - clamp(y, zone.y, zone.y + zone.props.h)
    return dx * dx + dy * dy
  }
  return zones.toSorted((a, b) => distance(a) - distance(b))[0]
}

type Size = { readonly w: number; readonly h: number }

function within(room: VecLike & Size, place: VecLike, { w, h }: Size): { x: number; y: number } {
  return { x: clamp(place.x, room.x, room.x + room.w - w), y: clamp(place.y, room.y, room.y + room.h - h) }
}

/** @param from - where the shape begins and ends, seen from its place */
function held(place: number, from: number, to: number, room: number): number {
  if (to - from <= room) return clamp(place, -from, room - to)
  const middle = (from + to) / 2
  return clamp(place, -middle, room - middle)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
