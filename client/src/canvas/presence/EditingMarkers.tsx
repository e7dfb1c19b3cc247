import { useTranslation } from 'react-i18next'
import { isShapeId, track, useEditor } from 'tldraw'
import styles from './presence.module.css'
import { readEditing } from './show-people.ts'

/** Says at a note who else is typing in it. */
export const EditingMarkers = track(function EditingMarkers() {
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const pageId = editor.getCurrentPageId()
  const writers = new Map<string, { names: string[]; color: string }>()
  for (const presence of editor.getCollaborators()) {
    const shapeId = readEditing(presence)
    if (!shapeId || presence.currentPageId !== pageId) continue
    const known = writers.get(shapeId)
    if (known) known.names.push(presence.userName)
    else writers.set(shapeId, { names: [presence.userName], color: presence.color })
  }
  return [...writers].map(([shapeId, { names, color }]) => {
    const bounds = isShapeId(shapeId) ? editor.getShapePageBounds(shapeId) : undefined
    if (!bounds) return null
    const topLeft = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
    const zoom = editor.getZoomLevel()
    return (
      <div
        key={shapeId}
        className={styles.writing}
        style={{
          transform: `translate(${topLeft.x}px, ${topLeft.y}px)`,
          width: bounds.w * zoom,
          height: bounds.h * zoom,
          outlineColor: color,
        }}
      >
        <span className={styles.writer} style={{ backgroundColor: color }} dir="auto">
          {t('writing', { names: names.join(', '), count: names.length })}
        </span>
      </div>
    )
  })
})
