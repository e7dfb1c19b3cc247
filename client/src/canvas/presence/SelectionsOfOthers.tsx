import { type TLShapeId, useEditor, useEditorComponents, useValue } from 'tldraw'

const opacity = 0.5

type Selection = { readonly key: string; readonly shapeId: TLShapeId; readonly color: string }

/** An outline in each person's colour round what she has selected. */
export function SelectionsOfOthers() {
  const editor = useEditor()
  const { CollaboratorShapeIndicator } = useEditorComponents()
  const selections = useValue('selections of others', () => readSelections(editor), [editor])
  if (!CollaboratorShapeIndicator) return null
  return selections.map(({ key, shapeId, color }) => (
    <CollaboratorShapeIndicator
      key={key}
      className="tl-collaborator__shape-indicator"
      shapeId={shapeId}
      color={color}
      opacity={opacity}
    />
  ))
}

function readSelections(editor: ReturnType<typeof useEditor>): Selection[] {
  const pageId = editor.getCurrentPageId()
  return editor
    .getCollaborators()
    .filter(({ currentPageId }) => currentPageId === pageId)
    .flatMap(({ userId, color, selectedShapeIds }) =>
      selectedShapeIds.map((shapeId) => ({ key: `${userId} ${shapeId}`, shapeId, color })),
    )
}
