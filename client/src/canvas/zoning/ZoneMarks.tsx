import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { numberFormat } from '#shared/formats.ts'
import { mayChangeZones, useCanvasContext } from '../canvas-context.ts'
import { zonesOfPage } from '../handle/board-content.ts'
import { type Guide, whereHeadingBegins } from './zone-places.ts'
import { zoneToolId } from './zone-tool.ts'
import styles from './zoning.module.css'

/** What the editing of zones shows on the board: their places in the order, what is being drawn, and what it lines up with. */
export function ZoneMarks() {
  const { zoning, role } = useCanvasContext()
  const isOn = useValue(zoning.isOn)
  const isFacilitator = useValue('edits zones', () => mayChangeZones({ role }), [role])
  if (!isFacilitator) return null
  return (
    <>
      {isOn ? <Numbers /> : null}
      <Guides />
      <Sketch />
    </>
  )
}

function Numbers() {
  const editor = useEditor()
  const { locale, dir } = useCanvasContext()
  const zones = useValue(
    'places of zones',
    () =>
      zonesOfPage(editor).flatMap((zone, i) => {
        const bounds = editor.getShapePageBounds(zone)
        return bounds ? [{ id: zone.id, ...whereHeadingBegins(bounds, dir.get()), number: i + 1 }] : []
      }),
    [editor, dir],
  )
  const format = useValue('numbers', () => numberFormat(locale.get()), [locale])
  // The list beside the board says the same.
  return zones.map(({ id, x, y, number }) => (
    <span key={id} className={styles.number} style={{ transform: `translate(${x}px, ${y}px)` }} aria-hidden="true">
      {format.format(number)}
    </span>
  ))
}

/** Lines stay as long as an edge is at hand. */
const inHand = ['select.translating', 'select.resizing', zoneToolId]

function Guides() {
  const editor = useEditor()
  const { zoning } = useCanvasContext()
  const guides = useValue('guides', () => (editor.isInAny(...inHand) ? zoning.guides.get() : []), [editor, zoning])
  return guides.map((guide) => <div key={`${guide.axis} ${guide.at}`} className={styles.guide} style={lineOf(guide)} />)
}

function lineOf({ axis, at, from, to }: Guide) {
  const [left, top] = axis === 'x' ? [at, from] : [from, at]
  const [width, height] = axis === 'x' ? [undefined, to - from] : [to - from, undefined]
  return { transform: `translate(${left}px, ${top}px)`, width, height }
}

function Sketch() {
  const { zoning } = useCanvasContext()
  const { t } = useTranslation('canvas')
  const sketch = useValue(zoning.sketch)
  if (!sketch) return null
  const { x, y, w, h } = sketch.box
  return (
    <div
      className={styles.sketch}
      data-over={sketch.isOver || undefined}
      style={{ transform: `translate(${x}px, ${y}px)`, width: w, height: h }}
    >
      {sketch.isOver ? <p dir="auto">{t('zoning.over')}</p> : null}
    </div>
  )
}
