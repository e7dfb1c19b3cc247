import { HTMLContainer, useEditor, useValue } from 'tldraw'
import { isReadAt, type Reading, showsPrompt, sizeAt, steppedZoom } from '#shared/board/drawing/from-afar.ts'
import type { TextBox, ZoneLabel } from '#shared/board/drawing/plan.ts'
import { planZone, zoneRadius } from '#shared/board/drawing/plan-zone.ts'
import { localise } from '#shared/board/local-text.ts'
import { AloneCount } from '../alone/AloneCount.tsx'
import type { CanvasContext } from '../canvas-context.ts'
import { type DrawnZone, useZoneLive } from './use-zone-live.ts'
import styles from './ZoneDrawing.module.css'
import { ZoneLines } from './ZoneLines.tsx'

/** A zone's ground, quiet lines and words, each reader's in her own language. */
export function ZoneDrawing({ zone, context }: { readonly zone: DrawnZone; readonly context: CanvasContext }) {
  const { props } = zone
  const locale = useValue('locale', () => context.locale.get(), [context])
  const dir = useValue('dir', () => context.dir.get(), [context])
  const live = useZoneLive(zone)
  const editor = useEditor()
  const zoom = useValue('zoom in steps', () => steppedZoom(editor.getZoomLevel()), [editor])
  const plan = planZone(props, live)
  const prompt = localise(props.prompt, locale)
  const alt = localise(props.backgroundAlt, locale)
  return (
    <HTMLContainer className={styles.zone} data-zone={props.key}>
      <svg className={styles.marks} width={props.w} height={props.h} aria-hidden="true">
        <rect className={styles.ground} width={props.w} height={props.h} rx={zoneRadius} />
        <ZoneLines marks={plan.marks} />
      </svg>
      <section lang={locale} dir={dir} aria-label={localise(props.heading, locale)}>
        <h2 className={styles.heading} style={place(plan.heading, zoom, 'heading')}>
          {localise(props.heading, locale)}
        </h2>
        {showsPrompt(plan, zoom) ? (
          <p className={styles.prompt} style={{ ...place(plan.prompt, zoom, 'label'), maxHeight: 'none' }}>
            {prompt}
          </p>
        ) : (
          <p className={styles.hidden}>{prompt}</p>
        )}
        <AloneCount zoneKey={props.key} context={context} />
        {alt && <p className={styles.hidden}>{alt}</p>}
        {plan.labels.map((label, i) => (
          // The plan of a background is drawn whole: its labels have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p key={i} className={labelClass(label, zoom)} style={placeLabel(label, zoom)}>
            <span>{localise(label.text, locale)}</span>
          </p>
        ))}
      </section>
    </HTMLContainer>
  )
}

/** What nobody could read from afar is only said. */
function labelClass(label: ZoneLabel, zoom: number) {
  if (!isReadAt(label, zoom)) return styles.hidden
  const { align, verticalAlign, weight, isTurned } = label
  const names = [styles.label, styles[`text-${align}`], styles[`at-${verticalAlign}`], styles[weight]]
  return [...names, isTurned ? styles.turned : ''].join(' ')
}

function place(box: TextBox, zoom: number, reading: Reading) {
  const { x, y, w, h } = box
  return { left: x, top: y, width: w, maxHeight: h, fontSize: sizeAt(box, zoom, reading) }
}

/** What is turned begins at the lower end of its box and goes up. */
function placeLabel(label: ZoneLabel, zoom: number) {
  const { x, y, w, h, isTurned } = label
  const from = isTurned ? { left: x, top: y + h, width: h, height: w } : { left: x, top: y, width: w, height: h }
  return { ...from, fontSize: sizeAt(label, zoom, 'label') }
}
