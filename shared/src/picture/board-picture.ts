import type { BoardRecord } from '../board/board-records.ts'
import type { Box } from '../board/drawing/plan.ts'
import type { NoteInZone } from '../board/drawing/read-live.ts'
import { isZone } from '../board/zone-shape.ts'
import { pictureColours, type Scheme } from './colours.ts'
import { type ArrowEnds, arrowEnds, type BoundEnd } from './draw-arrow.ts'
import { boxOf, drawShape } from './draw-shape.ts'
import { createSaid } from './draw-values.ts'
import { maxCoordinate, type PlacedShape, placeShapes, transform } from './placement.ts'
import { isPoint } from './props.ts'
import { element, num } from './svg.ts'

export type PictureOptions = {
  readonly scheme: Scheme
  /** Zones say their headings and prompts in it. */
  readonly locale: string
  /** Pixels the picture is made for; it scales, but finer details are left out. */
  readonly width?: number
  /** For a picture on which words could not be read: zones are told apart by their shapes. */
  readonly isBrief?: boolean
}

/** Past these a picture says no more, and costs. */
const maxShapes = 2_000
const maxCharacters = 1_500_000

const margin = 120
/** A board wider than this is shown around its middle. */
const maxExtent = 60_000
const emptyView: Box = { x: 0, y: 0, w: 1_600, h: 1_000 }

/**
 * Draws a board as a standalone SVG: no scripts, no references to anything outside, only text that is escaped. Takes
 * records as they are stored, valid or not; what cannot be drawn is left out.
 */
export function renderBoardPicture(records: readonly BoardRecord[], options: PictureOptions): string {
  const { scheme, locale } = options
  const width = Math.round(Math.min(4_000, Math.max(64, options.width ?? 1_200)))
  const colours = pictureColours[scheme]
  const placed = placeShapes(records, maxShapes)
  const endsOf = createArrowEnds(records, placed)
  const boxes = new Map(
    placed.flatMap(({ shape, matrix }) => {
      const box = boxOf(shape, endsOf)
      const outer = box && outerBox(box, matrix)
      return outer && isDrawable(outer) ? [[shape.id, outer] as const] : []
    }),
  )
  const view = chooseView(placed, boxes)
  const detail = view.w / width
  const context = {
    ...{
      scheme,
      locale,
      colours,
      detail,
      isBrief: options.isBrief === true,
      endsOf,
      saidOf: createSaid(records, locale),
    },
    notesIn: (zoneId: string) => notesIn(placed, zoneId),
  }
  let content = ''
  for (const { shape, matrix } of placed) {
    const box = boxes.get(shape.id)
    if (!box || !touches(box, view)) continue
    const drawn = drawShape(shape, context)
    if (drawn === '') continue
    const { a, b, c, d, e, f } = matrix
    const isTurned = Math.abs(b) > 1e-6
    const place = isTurned
      ? `matrix(${[a, b, c, d].map((value) => value.toFixed(4)).join(' ')} ${num(e)} ${num(f)})`
      : `translate(${num(e)} ${num(f)})`
    const opacity =
      typeof shape.opacity === 'number' && shape.opacity < 1 ? { opacity: Math.max(0.1, shape.opacity) } : {}
    content += element('g', { transform: place, ...opacity }, drawn)
    if (content.length > maxCharacters) break
  }
  const height = Math.max(1, Math.round((width * view.h) / view.w))
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height, viewBox: [view.x, view.y, view.w, view.h].map(num).join(' ') },
      'font-family': 'Inter, "Noto Sans Arabic", system-ui, "Segoe UI", sans-serif',
      ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
    },
    element('rect', { x: view.x, y: view.y, width: view.w, height: view.h, fill: colours.surface }) + content,
  )
}

/** What lies in a zone, with its box in the zone's units: turned things by where their corner is. */
function notesIn(placed: readonly PlacedShape[], zoneId: string): NoteInZone[] {
  return placed.flatMap(({ shape }) => {
    if (shape.parentId !== zoneId || shape.type === 'arrow') return []
    const box = boxOf(shape, () => undefined)
    const at = { x: Number(shape.x), y: Number(shape.y) }
    return box ? [{ box: { ...box, x: at.x + box.x, y: at.y + box.y }, meta: shape.meta }] : []
  })
}

/** Ends of arrows by the arrow's id, followed to what they are bound to. */
function createArrowEnds(
  records: readonly BoardRecord[],
  placed: readonly PlacedShape[],
): (arrow: BoardRecord) => ArrowEnds | undefined {
  const placedById = new Map(placed.map((item) => [item.shape.id, item]))
  const bindings = new Map<string, { start?: BoundEnd; end?: BoundEnd }>()
  for (const record of records) {
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue
    const target = placedById.get(String(record.toId))
    const anchor = record.props?.normalizedAnchor
    const terminal = record.props?.terminal
    if (!target || target.shape.type === 'arrow' || !isPoint(anchor)) continue
    if (terminal !== 'start' && terminal !== 'end') continue
    const box = boxOf(target.shape, () => undefined)
    if (!box) continue
    const bound = { box, matrix: target.matrix, anchor: record.props?.isPrecise === true ? anchor : { x: 0.5, y: 0.5 } }
    bindings.set(String(record.fromId), { ...bindings.get(String(record.fromId)), [terminal]: bound })
  }
  return (arrow) => {
    const item = placedById.get(arrow.id)
    return item ? arrowEnds(arrow, item.matrix, bindings.get(arrow.id) ?? {}) : undefined
  }
}

function outerBox(box: Box, matrix: PlacedShape['matrix']): Box {
  const corners = [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ].map(([x = 0, y = 0]) => transform(matrix, { x, y }))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

function isDrawable(box: Box): boolean {
  return Object.values(box).every((value) => Math.abs(value) <= maxCoordinate)
}

function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}

/** What the picture shows: all of the board, unless it is so scattered that nothing could be seen of it. */
function chooseView(placed: readonly PlacedShape[], boxes: ReadonlyMap<string, Box>): Box {
  // One giant shape must not shrink the rest to dust; what is in view of it is drawn all the same.
  const isOfUse = (box: Box) => box.w <= maxExtent && box.h <= maxExtent
  const all = [...boxes.values()].filter(isOfUse)
  const zones = placed.flatMap(({ shape }) => (isZone(shape) ? (boxes.get(shape.id) ?? []) : []))
  const core = union(zones.filter(isOfUse))
  // Something dropped far from the zones must not shrink them to a dot.
  const near = core ? all.filter((box) => touches(box, grow(core, Math.max(core.w, core.h) / 3))) : all
  const whole = union(near)
  if (!whole) return emptyView
  const shown = whole.w > maxExtent || whole.h > maxExtent ? (union(near.filter(around(near))) ?? whole) : whole
  return shapeLikeAScreen(grow(shown, margin))
}

/** Keeps what lies within reach of the middle one in each direction. */
function around(boxes: readonly Box[]): (box: Box) => boolean {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const x = middle(boxes.map((box) => box.x + box.w / 2))
  const y = middle(boxes.map((box) => box.y + box.h / 2))
  const reach = maxExtent / 4
  return (box) => touches(box, { x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach })
}

/** Neither a ribbon nor a pole: one lonely note is not blown up, and a row of notes keeps some room around it. */
function shapeLikeAScreen(box: Box): Box {
  const w = Math.max(box.w, emptyView.w / 2, box.h * 1.2)
  const h = Math.max(box.h, w / 2)
  return { x: box.x - (w - box.w) / 2, y: box.y - (h - box.h) / 2, w, h }
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by }
}

function union(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes
  if (!first) return undefined
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.w, first.y + first.h]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.w)
    bottom = Math.max(bottom, box.y + box.h)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}
