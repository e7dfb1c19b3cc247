import type { BoardRecord } from '../board/board-records.ts'
import type { Box } from '../board/drawing/plan.ts'
import { zoneRadius } from '../board/drawing/plan-zone.ts'
import type { NoteInZone } from '../board/drawing/read-live.ts'
import { plainText } from '../board/rich-text.ts'
import type { SaidValue } from '../board/said-values.ts'
import { breakLines, widthOf } from '../board/text-lines.ts'
import { isZone } from '../board/zone-shape.ts'
import { type PictureColours, type Scheme, shapeColours } from './colours.ts'
import { type ArrowEnds, drawArrow } from './draw-arrow.ts'
import { alignOf, drawGeo, geoHeight } from './draw-geo.ts'
import { drawInk, inkSegments, strokeSizes } from './draw-ink.ts'
import { drawText } from './draw-text.ts'
import { drawValues } from './draw-values.ts'
import { drawZone } from './draw-zone.ts'
import type { Point } from './placement.ts'
import { bySize, isPoint, leastReadable, lengthProp, numberProp, scaleOf, textProp } from './props.ts'
import { element, num } from './svg.ts'

export type DrawingContext = {
  readonly scheme: Scheme
  readonly locale: string
  readonly colours: PictureColours
  /** Units below which nobody sees a difference in this picture. */
  readonly detail: number
  /** Zones as shapes instead of words. */
  readonly isBrief: boolean
  readonly endsOf: (arrow: BoardRecord) => ArrowEnds | undefined
  /** What a note says beside its words. */
  readonly saidOf: (note: BoardRecord) => readonly SaidValue[]
  readonly notesIn: (zoneId: string) => readonly NoteInZone[]
}

const noteSize = 200
const noteTextSizes = { s: 18, m: 22, l: 26, xl: 32 } as const
const textSizes = { s: 18, m: 24, l: 36, xl: 44 } as const

/** The shape's box in its own coordinates; undefined for what has none of its own or is not drawn. */
export function boxOf(shape: BoardRecord, endsOf: DrawingContext['endsOf']): Box | undefined {
  switch (shape.type) {
    case 'note': {
      const scale = scaleOf(shape)
      return { x: 0, y: 0, w: noteSize * scale, h: noteHeight(shape) }
    }
    case 'text':
      return textBox(shape)
    case 'geo':
      return { x: 0, y: 0, w: lengthProp(shape, 'w', 1), h: geoHeight(shape) }
    case 'zone':
    case 'frame':
    case 'image':
    case 'bookmark':
      return { x: 0, y: 0, w: lengthProp(shape, 'w', 1), h: lengthProp(shape, 'h', 1) }
    case 'draw':
    case 'highlight':
      return boxAround(inkSegments(shape).flat())
    case 'line':
      return boxAround(linePoints(shape))
    case 'arrow': {
      const ends = endsOf(shape)
      return ends ? boxAround([ends.start, ends.end]) : undefined
    }
    default:
      return undefined
  }
}

/** The shape in its own coordinates; empty for what has nothing to show. */
export function drawShape(shape: BoardRecord, context: DrawingContext): string {
  const { scheme, colours, detail, notesIn } = context
  switch (shape.type) {
    case 'zone':
      return isZone(shape) ? drawZone(shape, context, () => notesIn(shape.id)) : ''
    case 'note':
      return drawNote(shape, context)
    case 'text':
      return drawPlainText(shape, scheme)
    case 'geo':
      return drawGeo(shape, scheme)
    case 'draw':
    case 'highlight':
      return drawInk(shape, scheme, detail)
    case 'line':
      return drawLine(shape, scheme)
    case 'arrow': {
      const ends = context.endsOf(shape)
      return ends ? drawArrow(shape, ends, scheme, colours.raised) : ''
    }
    case 'frame':
      return drawFrame(shape, colours)
    case 'image':
      return drawImage(shape, colours)
    case 'bookmark':
      return drawBookmark(shape, colours)
    default:
      return ''
  }
}

function noteHeight(shape: BoardRecord): number {
  return (noteSize + Math.min(4_000, Math.max(0, numberProp(shape, 'growY', 0)))) * scaleOf(shape)
}

function drawNote(shape: BoardRecord, context: DrawingContext): string {
  const { scheme, detail } = context
  const scale = scaleOf(shape)
  const colours = shapeColours(shape.props?.color, scheme)
  const w = noteSize * scale
  const h = noteHeight(shape)
  const pad = 16 * scale
  const adjusted = numberProp(shape, 'fontSizeAdjustment', 0)
  const size = (adjusted >= 6 && adjusted <= 60 ? adjusted : bySize(shape, noteTextSizes)) * scale
  const shadow = element('rect', { x: 3, y: 7, width: w - 6, height: h, rx: 3, fill: '#000000', 'fill-opacity': 0.13 })
  const paper = element('rect', { width: w, height: h, rx: 3, fill: colours.note })
  const box = { x: pad, y: pad / 2, w: w - 2 * pad, h: h - pad }
  const ink =
    shape.props?.labelColor === 'black' ? colours.noteText : shapeColours(shape.props?.labelColor, scheme).stroke
  const text = plainText(shape.props?.richText)
  const values = drawValues(context.saidOf(shape), { w, h }, scale, context)
  if (size < detail * leastReadable)
    return shadow + paper + (text.trim() === '' ? '' : drawWriting(box, ink, detail)) + values
  return (
    shadow +
    paper +
    drawText(text, box, {
      ...{ size, fill: ink, align: alignOf(shape.props?.align), verticalAlign: alignOf(shape.props?.verticalAlign) },
    }) +
    values
  )
}

/** Two strokes that say: something is written here. */
function drawWriting(box: Box, ink: string, detail: number): string {
  const row = (part: number) => num(box.y + box.h * part)
  return element('path', {
    d: `M${num(box.x)} ${row(0.42)}h${num(box.w)}M${num(box.x)} ${row(0.6)}h${num(box.w * 0.6)}`,
    ...{ stroke: ink, 'stroke-opacity': 0.4, 'stroke-width': Math.min(16, detail) },
  })
}

function textBox(shape: BoardRecord): Box {
  const text = plainText(shape.props?.richText)
  const size = bySize(shape, textSizes) * scaleOf(shape)
  const isAuto = shape.props?.autoSize === true
  const longest = Math.max(...text.slice(0, 2_000).split('\n').map(widthOf))
  const w = isAuto ? Math.max(1, longest * size * 1.04) : lengthProp(shape, 'w', 1) * scaleOf(shape)
  const lines = isAuto ? text.split('\n').length : breakLines(text, w, size, 200).length
  return { x: 0, y: 0, w, h: Math.max(1, lines) * size * 1.35 }
}

function drawPlainText(shape: BoardRecord, scheme: Scheme): string {
  const box = textBox(shape)
  return drawText(
    plainText(shape.props?.richText),
    { ...box, w: box.w * 1.02 },
    {
      size: bySize(shape, textSizes) * scaleOf(shape),
      fill: shapeColours(shape.props?.color, scheme).stroke,
      align: alignOf(shape.props?.textAlign),
      verticalAlign: 'start',
    },
  )
}

function linePoints(shape: BoardRecord): Point[] {
  const points = shape.props?.points
  if (typeof points !== 'object' || points === null) return []
  return Object.values(points)
    .filter(isPoint)
    .slice(0, 500)
    .sort((a, b) => (indexOf(a) < indexOf(b) ? -1 : 1))
    .map(({ x, y }) => ({ x: x * scaleOf(shape), y: y * scaleOf(shape) }))
}

function indexOf(point: object): string {
  return 'index' in point ? String(point.index) : ''
}

function drawLine(shape: BoardRecord, scheme: Scheme): string {
  const points = linePoints(shape)
  if (points.length < 2) return ''
  return element('polyline', {
    points: points.map(({ x, y }) => `${num(x)},${num(y)}`).join(' '),
    fill: 'none',
    stroke: shapeColours(shape.props?.color, scheme).stroke,
    'stroke-width': bySize(shape, strokeSizes) * scaleOf(shape),
  })
}

function drawFrame(shape: BoardRecord, colours: PictureColours): string {
  const w = lengthProp(shape, 'w', 1)
  const h = lengthProp(shape, 'h', 1)
  const name = drawText(
    textProp(shape, 'name'),
    { x: 0, y: -44, w, h: 40 },
    { size: 26, fill: colours.inkSoft, align: 'start', verticalAlign: 'middle' },
  )
  return (
    element('rect', { width: w, height: h, fill: colours.raised, stroke: colours.lineStrong, 'stroke-width': 3 }) + name
  )
}

/** A quiet block where a picture lies: the file itself is not part of a drawing that others may embed. */
function drawImage(shape: BoardRecord, colours: PictureColours): string {
  const w = lengthProp(shape, 'w', 1)
  const h = lengthProp(shape, 'h', 1)
  const hills = `M${num(w * 0.1)} ${num(h * 0.8)}L${num(w * 0.38)} ${num(h * 0.42)}L${num(w * 0.55)} ${num(h * 0.64)}L${num(w * 0.68)} ${num(h * 0.5)}L${num(w * 0.9)} ${num(h * 0.8)}Z`
  const sun = Math.min(w, h) * 0.08
  return (
    element('rect', {
      width: w,
      height: h,
      rx: 6,
      fill: colours.sunken,
      stroke: colours.lineStrong,
      'stroke-width': 2,
    }) +
    element('path', { d: hills, fill: colours.lineStrong }) +
    element('circle', { cx: w * 0.72, cy: h * 0.28, r: sun, fill: colours.lineStrong })
  )
}

function drawBookmark(shape: BoardRecord, colours: PictureColours): string {
  const w = lengthProp(shape, 'w', 1)
  const h = lengthProp(shape, 'h', 1)
  const url = textProp(shape, 'url')
  const host = /^https?:\/\/([^/?#@]+)/i.exec(url)?.[1] ?? ''
  return (
    element('rect', {
      ...{ width: w, height: h, rx: zoneRadius / 3, fill: colours.raised },
      ...{ stroke: colours.lineStrong, 'stroke-width': 2 },
    }) +
    drawText(
      host,
      { x: 20, y: 0, w: w - 40, h },
      {
        ...{ size: 24, fill: colours.inkSoft, align: 'start', verticalAlign: 'middle' },
      },
    )
  )
}

function boxAround(points: readonly Point[]): Box | undefined {
  const [first] = points
  if (!first) return undefined
  let [left, top, right, bottom] = [first.x, first.y, first.x, first.y]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, w: Math.max(1, right - left), h: Math.max(1, bottom - top) }
}
