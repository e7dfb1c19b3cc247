import type { BoardRecord } from '../board/board-records.ts'
import { plainText } from '../board/rich-text.ts'
import { type Scheme, shapeColours } from './colours.ts'
import { strokeSizes } from './draw-ink.ts'
import { drawText } from './draw-text.ts'
import { bySize, lengthProp, numberProp, scaleOf } from './props.ts'
import { element, num } from './svg.ts'

const labelSizes = { s: 18, m: 22, l: 26, xl: 32 } as const
const labelPadding = 16

export function geoHeight(shape: BoardRecord): number {
  return lengthProp(shape, 'h', 1) + Math.max(0, numberProp(shape, 'growY', 0))
}

export function drawGeo(shape: BoardRecord, scheme: Scheme): string {
  const w = lengthProp(shape, 'w', 1)
  const h = geoHeight(shape)
  const scale = scaleOf(shape)
  const colours = shapeColours(shape.props?.color, scheme)
  const { fill, dash } = shape.props ?? {}
  const width = bySize(shape, strokeSizes) * scale
  const look = {
    fill: fill === 'none' ? 'none' : fill === 'fill' ? colours.stroke : colours.semi,
    stroke: colours.stroke,
    'stroke-width': width,
    ...(dash === 'dashed' || dash === 'dotted'
      ? { 'stroke-dasharray': dash === 'dashed' ? `${num(width * 3)} ${num(width * 3)}` : `0 ${num(width * 2.5)}` }
      : {}),
  }
  const label = drawText(
    plainText(shape.props?.richText),
    { x: labelPadding, y: labelPadding, w: w - 2 * labelPadding, h: h - 2 * labelPadding },
    {
      size: bySize(shape, labelSizes) * scale,
      fill: shapeColours(shape.props?.labelColor, scheme).stroke,
      align: alignOf(shape.props?.align),
      verticalAlign: alignOf(shape.props?.verticalAlign),
    },
  )
  return drawOutline(shape.props?.geo, w, h, look) + label
}

export function alignOf(value: unknown): 'start' | 'middle' | 'end' {
  if (value === 'start' || value === 'start-legacy') return 'start'
  return value === 'end' || value === 'end-legacy' ? 'end' : 'middle'
}

type Look = Readonly<Record<string, string | number>>

function drawOutline(geo: unknown, w: number, h: number, look: Look): string {
  if (geo === 'ellipse' || geo === 'oval' || geo === 'cloud') {
    return element('ellipse', { cx: w / 2, cy: h / 2, rx: w / 2, ry: h / 2, ...look })
  }
  const corners = typeof geo === 'string' && Object.hasOwn(outlines, geo) ? outlines[geo] : undefined
  if (corners) {
    const points = corners.map(([x, y]) => `${num(x * w)},${num(y * h)}`).join(' ')
    return element('polygon', { points, ...look })
  }
  const box = element('rect', { width: w, height: h, rx: geo === 'rectangle' ? 4 : 0, ...look })
  if (geo === 'x-box') return box + element('path', { d: `M0 0L${num(w)} ${num(h)}M${num(w)} 0L0 ${num(h)}`, ...look })
  if (geo === 'check-box') {
    const d = `M${num(w * 0.25)} ${num(h * 0.55)}L${num(w * 0.43)} ${num(h * 0.72)}L${num(w * 0.75)} ${num(h * 0.3)}`
    return box + element('path', { d, ...look, fill: 'none' })
  }
  return box
}

type Corners = readonly (readonly [number, number])[]

/** Corners on a circle, the first at the top; `inner` makes a star of it. */
function regular(count: number, turn = 0, inner = 1): Corners {
  return Array.from({ length: count }, (_, i) => {
    const angle = ((i + turn) / count) * 2 * Math.PI - Math.PI / 2
    const reach = i % 2 === 1 ? inner : 1
    return [0.5 + (Math.cos(angle) * reach) / 2, 0.5 + (Math.sin(angle) * reach) / 2] as const
  })
}

const outlines: Readonly<Record<string, Corners>> = {
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  diamond: regular(4),
  pentagon: regular(5),
  hexagon: regular(6, 0.5),
  octagon: regular(8, 0.5),
  star: regular(10, 0, 0.45),
  heart: [
    [0.5, 1],
    [0, 0.4],
    [0.08, 0.1],
    [0.3, 0],
    [0.5, 0.2],
    [0.7, 0],
    [0.92, 0.1],
    [1, 0.4],
  ],
  rhombus: [
    [0.25, 0],
    [1, 0],
    [0.75, 1],
    [0, 1],
  ],
  'rhombus-2': [
    [0, 0],
    [0.75, 0],
    [1, 1],
    [0.25, 1],
  ],
  trapezoid: [
    [0.2, 0],
    [0.8, 0],
    [1, 1],
    [0, 1],
  ],
  'arrow-right': [
    [0, 0.25],
    [0.6, 0.25],
    [0.6, 0],
    [1, 0.5],
    [0.6, 1],
    [0.6, 0.75],
    [0, 0.75],
  ],
  'arrow-left': [
    [1, 0.25],
    [0.4, 0.25],
    [0.4, 0],
    [0, 0.5],
    [0.4, 1],
    [0.4, 0.75],
    [1, 0.75],
  ],
  'arrow-up': [
    [0.25, 1],
    [0.25, 0.4],
    [0, 0.4],
    [0.5, 0],
    [1, 0.4],
    [0.75, 0.4],
    [0.75, 1],
  ],
  'arrow-down': [
    [0.25, 0],
    [0.25, 0.6],
    [0, 0.6],
    [0.5, 1],
    [1, 0.6],
    [0.75, 0.6],
    [0.75, 0],
  ],
}
