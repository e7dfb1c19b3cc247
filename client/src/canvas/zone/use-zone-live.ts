import { type Editor, type TLShapeId, useComputed, useEditor, useValue } from 'tldraw'
import { isSame } from '#shared/board/board-records.ts'
import { isLive, type ZoneLive } from '#shared/board/drawing/live.ts'
import { type NoteInZone, readLive } from '#shared/board/drawing/read-live.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'

export type DrawnZone = { readonly id: TLShapeId; readonly props: ZoneProps }

/** What the zone's background shows of its notes. Whoever draws it hears only when that changes, not of every move. */
export function useZoneLive({ id, props }: DrawnZone): ZoneLive {
  const editor = useEditor()
  const live = useComputed('zone live', () => readZoneLive(editor, { id, props }), { isEqual: isSame }, [
    editor,
    id,
    props,
  ])
  return useValue(live)
}

export function readZoneLive(editor: Editor, { id, props }: DrawnZone): ZoneLive {
  return isLive(props) ? readLive(props, notesIn(editor, id)) : {}
}

function notesIn(editor: Editor, zoneId: TLShapeId): NoteInZone[] {
  return editor.getSortedChildIdsForParent(zoneId).flatMap((id) => {
    const shape = editor.getShape(id)
    if (!shape || shape.type === 'arrow') return []
    const { x, y, w, h } = editor.getShapeGeometry(shape).bounds
    return [{ box: { x: shape.x + x, y: shape.y + y, w, h }, meta: shape.meta }]
  })
}
