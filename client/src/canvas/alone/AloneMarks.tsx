import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Editor, isShapeId, type TLShapeId, useEditor, useValue } from 'tldraw'
import { useCanvasContext } from '../canvas-context.ts'
import styles from './alone.module.css'

/** A dashed edge and a lock on everything that nobody but this person sees; in words, too, where it is selected. */
export function AloneMarks() {
  const editor = useEditor()
  const { aloneIds } = useCanvasContext()
  const ids = useValue('own shapes in view', () => inView(editor, aloneIds.get()), [editor, aloneIds])
  return ids.map((id) => <AloneMark key={id} id={id} />)
}

function inView(editor: Editor, ids: ReadonlySet<string>): readonly TLShapeId[] {
  if (ids.size === 0) return []
  const unseen = editor.getNotVisibleShapes()
  const here = editor.getCurrentPageShapeIds()
  return [...ids].filter((id): id is TLShapeId => isShapeId(id) && here.has(id) && !unseen.has(id))
}

function AloneMark({ id }: { readonly id: TLShapeId }) {
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const box = useValue('its place', () => editor.getShape(id) && editor.getShapeGeometry(id).bounds, [editor, id])
  const transform = useValue('its way to the page', () => editor.getShapePageTransform(id)?.toCssString(), [editor, id])
  const isChosen = useValue('is chosen alone', () => editor.getOnlySelectedShapeId() === id, [editor, id])
  if (!box || !transform) return null
  return (
    <div
      className={styles.mark}
      style={{ transform: `${transform} translate(${box.x}px, ${box.y}px)`, width: box.w, height: box.h }}
    >
      <span className={styles.sign} dir="auto" data-words={isChosen || undefined}>
        <Lock aria-hidden="true" />
        {isChosen ? t('alone.onlyYou') : null}
      </span>
    </div>
  )
}
