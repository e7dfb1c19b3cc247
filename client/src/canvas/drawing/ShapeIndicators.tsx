import { type TLShapeId, useEditor, useEditorComponents, useValue } from 'tldraw'

/** Where tldraw shows an outline round what is selected or pointed at. */
const statesWithOutlines = [
  'select.idle',
  'select.brushing',
  'select.scribble_brushing',
  'select.editing_shape',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
]

/**
 * Outlines of what is selected and pointed at, as tldraw shows them. Its own keeps a hidden one ready for every shape
 * on the board.
 */
export function ShapeIndicators() {
  const editor = useEditor()
  const { ShapeIndicator } = useEditorComponents()
  const shown = useValue('outlined shapes', () => outlined(editor), [editor])
  if (!ShapeIndicator) return null
  return shown.map((id) => <ShapeIndicator key={id} shapeId={id} />)
}

function outlined(editor: ReturnType<typeof useEditor>): TLShapeId[] {
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
  if (isChangingStyle || !editor.isInAny(...statesWithOutlines)) return []
  const ids = new Set(editor.getSelectedShapeIds())
  const isPointing = editor.isInAny('select.idle', 'select.editing_shape') && isHoveringCanvas && !isCoarsePointer
  const hovered = isPointing ? editor.getHoveredShapeId() : null
  if (hovered) ids.add(hovered)
  const unseen = editor.getNotVisibleShapes()
  return [...ids].filter((id) => !unseen.has(id)).sort()
}
