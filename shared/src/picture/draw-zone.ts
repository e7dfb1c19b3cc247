import type { BoardRecord } from '../board/board-records.ts'
import { isReadAt, showsPrompt, sizeAt } from '../board/drawing/from-afar.ts'
import { isLive } from '../board/drawing/live.ts'
import type { MarkLook, PlannedZone, ZoneLabel, ZoneMark } from '../board/drawing/plan.ts'
import { planZone, zoneRadius } from '../board/drawing/plan-zone.ts'
import { type NoteInZone, readLive } from '../board/drawing/read-live.ts'
import { type LocalText, localise } from '../board/local-text.ts'
import { fieldsOf } from '../board/note-values.ts'
import { textLineHeight } from '../board/text-lines.ts'
import { zoneBackgrounds } from '../board/zone-backgrounds.ts'
import type { ZoneAxis } from '../board/zone-shape.ts'
import type { PictureColours } from './colours.ts'
import { drawText } from './draw-text.ts'
import { drawZoneBriefly } from './draw-zone-briefly.ts'
import { lengthProp } from './props.ts'
import { element, num } from './svg.ts'

export type ZoneDrawing = {
  readonly colours: PictureColours
  readonly locale: string
  /** Units of a pixel. */
  readonly detail: number
  /** Shapes instead of words. */
  readonly isBrief: boolean
}

/** @param notesIn - what lies in the zone, asked for only where the background depends on it */
export function drawZone(
  shape: BoardRecord,
  { colours, locale, detail, isBrief }: ZoneDrawing,
  notesIn: () => readonly NoteInZone[],
): string {
  const zone = readZone(shape)
  const plan = planZone(zone, isLive(zone) ? readLive(zone, notesIn()) : {})
  const heading = localise(textIn(shape.props?.heading), locale)
  if (isBrief) {
    const labels = plan.labels.map(({ text }) => localise(text, locale))
    return drawZoneBriefly({ plan, w: zone.w, h: zone.h, heading, labels }, detail, colours)
  }
  const sheet = element('rect', {
    ...{ width: zone.w, height: zone.h, rx: zoneRadius, fill: colours.raised },
    ...{ stroke: colours.line, 'stroke-width': 4 },
  })
  const marks = plan.marks.map((mark) => drawMark(mark, colours)).join('')
  const zoom = 1 / detail
  const size = sizeAt(plan.heading, zoom, 'heading')
  const title = drawText(
    heading,
    { ...plan.heading, h: size * textLineHeight },
    { size, fill: colours.ink, align: 'start', verticalAlign: 'start', weight: 600 },
  )
  const prompt = showsPrompt(plan, zoom)
    ? drawText(localise(textIn(shape.props?.prompt), locale), plan.prompt, {
        ...{ size: sizeAt(plan.prompt, zoom, 'label'), fill: colours.inkSoft, align: 'start', verticalAlign: 'start' },
      })
    : ''
  const written = plan.labels
    .filter((label) => isReadAt(label, zoom))
    .map((label) => drawLabel(label, colours, locale, zoom))
  return sheet + marks + title + prompt + written.join('')
}

function drawLabel(label: ZoneLabel, colours: PictureColours, locale: string, zoom: number): string {
  const { x, y, w, h, align, verticalAlign, weight, isTurned } = label
  const size = sizeAt(label, zoom, 'label')
  const look = { size, fill: colours.inkSoft, align, verticalAlign, ...(weight === 'strong' ? { weight: 600 } : {}) }
  const text = localise(label.text, locale)
  if (!isTurned) return drawText(text, { x, y, w, h }, look)
  const turned = drawText(text, { x: 0, y: 0, w: h, h: w }, look)
  return element('g', { transform: `translate(${num(x)} ${num(y + h)}) rotate(-90)` }, turned)
}

function drawMark(mark: ZoneMark, colours: PictureColours): string {
  const look = { 'stroke-width': 3, ...markLook(mark.look, colours) }
  if (mark.kind === 'path') return element('path', { d: mark.d, ...look })
  return element('rect', { x: mark.x, y: mark.y, width: mark.w, height: mark.h, rx: mark.radius, ...look })
}

function markLook(look: MarkLook, colours: PictureColours): Readonly<Record<string, string | number>> {
  const line = { fill: 'none', stroke: colours.lineStrong }
  switch (look) {
    case 'line':
      return line
    case 'hair':
      return { ...line, 'stroke-width': 2 }
    case 'dashed':
      return { ...line, 'stroke-dasharray': '14 12' }
    case 'axis':
      return { ...line, 'stroke-width': 6 }
    case 'axis-dashed':
      return { ...line, 'stroke-width': 6, 'stroke-dasharray': '26 18' }
    case 'sunken':
      return { ...line, fill: colours.sunken }
    case 'raised':
      return { ...line, fill: colours.raised }
    case 'panel':
      return { fill: colours.sunken, stroke: 'none' }
    case 'solid':
      return { fill: colours.lineStrong, stroke: 'none' }
    case 'curve':
      return { fill: 'none', stroke: colours.accent, 'stroke-width': 8 }
    case 'dot':
      return { fill: colours.accent, stroke: colours.raised }
    case 'filled':
      return { fill: colours.accentSoft, stroke: colours.accent, 'stroke-width': 4 }
  }
}

/** What the drawing depends on, of a record that nobody has checked. */
export function readZone(shape: BoardRecord): PlannedZone {
  const { props } = shape
  return {
    w: lengthProp(shape, 'w', 1),
    h: lengthProp(shape, 'h', 1),
    heading: textIn(props?.heading),
    prompt: textIn(props?.prompt),
    background: zoneBackgrounds.find((name) => name === props?.background) ?? 'plain',
    labels: textsIn(props?.labels),
    rows: textsIn(props?.rows),
    axes: axesIn(props?.axes),
    dividers: listIn(props?.dividers).flatMap(({ row, label }) =>
      typeof row === 'number' ? [{ row, label: textIn(label) }] : [],
    ),
    fields: fieldsOf(shape),
    ...(props?.counts === 'columns' ? { counts: 'columns' } : {}),
    ...(Number.isFinite(props?.frames) ? { frames: Number(props?.frames) } : {}),
  }
}

/** More than any zone shows; a hostile record may list thousands. */
const mostTexts = 24

function textsIn(value: unknown): LocalText[] {
  return Array.isArray(value) ? value.slice(0, mostTexts).map(textIn) : []
}

function textIn(value: unknown): LocalText {
  const texts = Object.entries(objectIn(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { en: '', ...Object.fromEntries(texts.map(([locale, text]) => [locale, text.slice(0, mostCharacters)])) }
}

const mostCharacters = 400

function axesIn(value: unknown): PlannedZone['axes'] {
  const { x, y } = objectIn(value)
  const axis = (of: unknown): ZoneAxis => {
    const { label, low, high } = objectIn(of)
    return { label: textIn(label), low: textIn(low), high: textIn(high) }
  }
  return x && y ? { x: axis(x), y: axis(y) } : undefined
}

function listIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, mostTexts).map(objectIn) : []
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
