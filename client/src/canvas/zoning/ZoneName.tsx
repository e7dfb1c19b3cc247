import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { localise } from '#shared/board/local-text.ts'
import { maxZoneHeadingLength } from '#shared/limits.ts'
import { useCanvasContext } from '../canvas-context.ts'
import { focusCanvas } from '../focus-canvas.ts'
import { findZone, nameZone } from './zone-changes.ts'
import styles from './zoning.module.css'

/** The name of a new zone, written where it will stand. */
export function ZoneName() {
  const { zoning, overlay } = useCanvasContext()
  const id = useValue(zoning.namedId)
  const layer = useSyncExternalStore(overlay.subscribe, overlay.get)
  return id !== null && layer ? createPortal(<NameField key={id} id={id} />, layer) : null
}

/** Small enough for the zone, and never so small that a phone comes nearer to be able to read it. */
const leastSize = 16
const mostSize = 40
const leastWidth = 220

function NameField({ id }: { readonly id: string }) {
  const editor = useEditor()
  const context = useCanvasContext()
  const { t } = useTranslation('canvas')
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(() => localise(findZone(editor, id)?.props.heading ?? {}, context.locale.get()))
  const [dir] = useState(() => context.dir.get())
  const place = useValue('place of the name', () => placeOf(), [editor, id, dir])
  const isGone = place === undefined
  const close = () => context.zoning.namedId.set(null)
  useEffect(() => {
    if (isGone) context.zoning.namedId.set(null)
  }, [isGone, context])
  useEffect(() => {
    // After tldraw has given the focus to its canvas for the press that made the zone.
    const frame = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])
  if (!place) return null

  const save = () => {
    const zone = findZone(editor, id)
    if (zone && context.zoning.namedId.get() === id) nameZone(editor, context, zone, name)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') save()
    else return
    event.preventDefault()
    focusCanvas(editor)
  }
  return (
    <input
      ref={field}
      className={styles.name}
      style={place}
      dir="auto"
      aria-label={t('zoning.name')}
      value={name}
      maxLength={maxZoneHeadingLength}
      enterKeyHint="done"
      onChange={(event) => setName(event.target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )

  function placeOf() {
    const zone = findZone(editor, id)
    const bounds = zone && editor.isShapeInPage(zone) ? editor.getShapePageBounds(zone) : undefined
    if (!zone || !bounds) return undefined
    const zoom = editor.getZoomLevel()
    const { heading } = planZone(zone.props)
    const size = Math.min(mostSize, Math.max(leastSize, heading.size * zoom))
    const width = Math.max(leastWidth, heading.w * zoom)
    const left = dir === 'rtl' ? (bounds.x + heading.x + heading.w) * zoom - width : (bounds.x + heading.x) * zoom
    const transform = `translate(${left}px, ${(bounds.y + heading.y) * zoom}px)`
    return { transform, width, height: size * 1.6, fontSize: size }
  }
}
