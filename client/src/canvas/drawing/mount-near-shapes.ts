import {
  atom,
  type Box,
  computed,
  type Editor,
  react,
  type Signal,
  type TLRenderingShape,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { zoneShapeType } from '#shared/board/zone-shape.ts'
import { isNote } from '../note/is-note.ts'
import { hitNearNotes } from './hit-near-notes.ts'
import { indexPageBounds, type PageBounds } from './index-page-bounds.ts'

/** What comes into view, up to this many, is there in the same frame: a stroke, a new note, what somebody drags in. */
const atOnce = 24
const firstChunk = 60
const smallestChunk = 12
const largestChunk = 240
/** A frame that took longer means that the next chunk must be smaller; one that was shorter, that it may grow. */
const slowFrameMs = 40
const quickFrameMs = 24
/** Beyond the view, in parts of it: what is made ready before one gets there, and what is let go of afterwards. */
const readyMargin = 0.4
const keptMargin = 1.5
/** Keeping some of what is out of view costs little and saves making it anew when one comes back. */
const keptOutOfView = 300
/** From so far, and with so many in view, nobody reads a note: its stand-in does. */
const farZoom = 0.16
const manyShapes = 300

export interface NearShapes {
  readonly bounds: Signal<PageBounds>
  /** Notes that lie in view and are not on the canvas as elements: not yet, or because they are far. */
  readonly standingIn: Signal<readonly TLRenderingShape[]>
  stop(): void
}

/**
 * Gives React the shapes near the view only, the middle first and a few in each frame. tldraw gives it all shapes at
 * once and hides those out of view: a board of 5,000 notes takes no click for seconds, and each frame pays for all.
 */
export function mountNearShapes(editor: Editor): NearShapes {
  const index = indexPageBounds(editor)
  const stopHitting = hitNearNotes(editor, index.bounds)
  const allOf = editor.getRenderingShapes.bind(editor)
  const mounted = new Set<TLShapeId>()
  const version = atom('mounted shapes', 0)
  let queue: TLShapeId[] = []
  let frame: number | undefined
  let chunk = firstChunk
  let lastFrameMs = 0
  let scannedView: Box | undefined
  /** Of what was there at the last scan, the notes that are too far away to be there themselves. */
  const far = new Set<TLShapeId>()
  let scannedFar = false

  const isFar = computed('is far', () => {
    if (editor.getZoomLevel() >= farZoom) return false
    return editor.getCurrentPageShapeIds().size - editor.getNotVisibleShapes().size > manyShapes
  })
  /** What somebody does something with is always there itself. */
  const held = computed('held shapes', () => {
    const ids = new Set<TLShapeId>(editor.getErasingShapeIds())
    const selected = editor.getSelectedShapeIds()
    if (selected.length <= atOnce) for (const id of selected) ids.add(id)
    const editing = editor.getEditingShapeId()
    if (editing) ids.add(editing)
    return ids
  })
  const near = computed<TLRenderingShape[]>('near shapes', () => {
    version.get()
    const always = held.get()
    return allOf().filter(({ id, shape }) => mounted.has(id) || always.has(id) || shape.type === zoneShapeType)
  })
  const standingIn = computed<readonly TLRenderingShape[]>('stand-ins', () => {
    version.get()
    const always = held.get()
    const unseen = editor.getNotVisibleShapes()
    return allOf()
      .filter(({ id, shape }) => isNote(shape) && !mounted.has(id) && !always.has(id) && !unseen.has(id))
      .sort((a, b) => a.index - b.index)
  })
  editor.getRenderingShapes = () => near.get()

  const announce = () => version.update((count) => count + 1)
  const mount = (ids: readonly TLShapeId[]) => {
    for (const id of ids) mounted.add(id)
    if (ids.length > 0) announce()
  }

  /** What is wanted and not there, the middle of the view first; and what is there and far away. */
  const scan = (view: Box) => {
    scannedView = view
    scannedFar = isFar.get()
    far.clear()
    const { ready, kept } = marginsOf(view)
    const missing: { id: TLShapeId; distance: number }[] = []
    const surplus: TLShapeId[] = []
    const bounds = index.bounds.get()
    let outOfView = 0
    for (const [id, box] of bounds) {
      const isMounted = mounted.has(id)
      const shape = scannedFar ? editor.getShape(id) : undefined
      if (shape && isNote(shape) && !isClipped(editor, shape)) {
        far.add(id)
        if (isMounted) surplus.push(id)
      } else if (!isMounted) {
        if (ready.includes(box)) missing.push({ id, distance: distanceFrom(view, box) })
      } else if (!kept.includes(box)) {
        outOfView += 1
        if (outOfView > keptOutOfView) surplus.push(id)
      }
    }
    for (const id of mounted) if (!bounds.has(id)) mounted.delete(id)
    if (surplus.length > 0) {
      for (const id of surplus) mounted.delete(id)
      announce()
    }
    queue = missing.sort((a, b) => a.distance - b.distance).map(({ id }) => id)
  }

  const pump = (nowMs: number) => {
    frame = undefined
    const tookMs = nowMs - lastFrameMs
    lastFrameMs = nowMs
    if (tookMs > slowFrameMs) chunk = Math.max(smallestChunk, Math.floor(chunk / 2))
    else if (tookMs < quickFrameMs) chunk = Math.min(largestChunk, Math.ceil(chunk * 1.5))
    mount(queue.splice(0, chunk))
    if (queue.length > 0) frame = requestAnimationFrame(pump)
  }
  const request = () => {
    if (frame !== undefined || queue.length === 0) return
    lastFrameMs = performance.now()
    frame = requestAnimationFrame(pump)
  }

  const stop = react('mount near shapes', () => {
    const unseen = editor.getNotVisibleShapes()
    const view = editor.getViewportPageBounds()
    const waiting: TLShapeId[] = []
    for (const id of editor.getCurrentPageShapeIds()) {
      if (!unseen.has(id) && !mounted.has(id) && !far.has(id)) waiting.push(id)
    }
    if (waiting.length > 0 && waiting.length <= atOnce) mount(waiting)
    const isElsewhere = !scannedView || isZoomed(scannedView, view) || !marginsOf(scannedView).scanned.contains(view)
    if (isElsewhere || waiting.length > atOnce || isFar.get() !== scannedFar) scan(view)
    request()
  })

  return {
    bounds: index.bounds,
    standingIn,
    stop() {
      stop()
      stopHitting()
      index.stop()
      if (frame !== undefined) cancelAnimationFrame(frame)
      editor.getRenderingShapes = allOf
    },
  }
}

/** A frame cuts off what lies over its edge; a stand-in would not know. */
function isClipped(editor: Editor, shape: TLShape): boolean {
  return editor.getShapeMask(shape) !== undefined
}

function marginsOf(view: Box) {
  const grow = (part: number) => view.clone().expandBy(Math.max(view.w, view.h) * part)
  return { scanned: grow(readyMargin / 2), ready: grow(readyMargin), kept: grow(keptMargin) }
}

function isZoomed(before: Box, now: Box): boolean {
  return now.w < before.w / 2 || now.w > before.w
}

function distanceFrom(view: Box, bounds: Box): number {
  return Math.hypot(bounds.center.x - view.center.x, bounds.center.y - view.center.y)
}
