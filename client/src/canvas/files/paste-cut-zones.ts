import type { Editor, TLContent, TLShape, TLShapeId } from 'tldraw'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'

export type CutApart = {
  /** What is to be pasted: without what has stayed on the board when its zone was cut. */
  readonly content: TLContent
  /** Zones among it that this person has cut, and that come back. */
  readonly zoneIds: ReadonlySet<string>
  /** After the paste: what has stayed lies in its zone again, unless somebody has moved it meanwhile. */
  gather(): void
}

/**
 * A zone that is cut leaves what lies in it on the board, where it is everybody's, while the clipboard has all of it.
 * Pasted, that would be there twice. So it is left out, and goes with its zone, which comes back under its own key.
 */
export function cutApart(
  editor: Editor,
  content: TLContent,
  context: Pick<CanvasContext, 'role' | 'zonesCut'>,
): CutApart {
  const gone = content.shapes.filter((shape) => isZoneShape(shape) && !editor.getShape(shape.id))
  if (gone.length === 0) return { content, zoneIds: new Set(), gather: () => undefined }
  const keys = new Set(zonesOf(editor).map(({ props }) => props.key))
  const back = gone
    .filter(isZoneShape)
    .filter(({ id, props }) => mayChangeZones(context) && context.zonesCut.has(id) && !keys.has(props.key))
  const goneIds = new Set<string>(gone.map(({ id }) => id))
  const stayed = content.shapes.filter(({ id, parentId }) => goneIds.has(parentId) && editor.getShape(id))
  return {
    content: without(content, stayed),
    zoneIds: new Set(back.map(({ id }) => id)),
    gather() {
      for (const zone of back) {
        const now = zonesOf(editor).find(({ props }) => props.key === zone.props.key)
        if (now) putIn(editor, now, unmoved(editor, zone, stayed))
      }
    },
  }
}

function zonesOf(editor: Editor): ZoneShape[] {
  return editor.getCurrentPageShapes().filter(isZoneShape)
}

function without(content: TLContent, stayed: readonly TLShape[]): TLContent {
  const left = new Set<string>(stayed.map(({ id }) => id))
  // What lies in it has stayed with it. Parents do not always come before their children.
  for (let before = -1; before < left.size; ) {
    before = left.size
    for (const { id, parentId } of content.shapes) if (left.has(parentId)) left.add(id)
  }
  return { ...content, shapes: content.shapes.filter(({ id }) => !left.has(id)) }
}

/** Those that lie on the page where the cut has left them. */
function unmoved(editor: Editor, zone: ZoneShape, stayed: readonly TLShape[]): TLShape[] {
  return stayed.filter(({ id, parentId, x, y }) => {
    const now = parentId === zone.id ? editor.getShape(id) : undefined
    if (now?.parentId !== editor.getCurrentPageId()) return false
    return Math.abs(now.x - zone.x - x) < 1 && Math.abs(now.y - zone.y - y) < 1
  })
}

function putIn(editor: Editor, zone: ZoneShape, shapes: readonly TLShape[]): void {
  const ids: TLShapeId[] = shapes.map(({ id }) => id)
  if (ids.length === 0) return
  editor.reparentShapes(ids, zone.id)
  editor.updateShapes(shapes.map(({ id, type, x, y }) => ({ id, type, x, y })))
}
