import type { ZoneBackground } from './zone-backgrounds.ts'

/**
 * Where a zone's heading, prompt and quiet lines lie, in the zone's own units. The canvas and the server's pictures
 * draw from the same plan, so that a board looks like its picture. Positions never depend on the reader's language:
 * what people put under a column must stay under it. Only the alignment of text follows the language's direction.
 */
export type ZonePlan = {
  readonly heading: TextBox
  readonly prompt: TextBox
  /** What heading and prompt leave. */
  readonly body: Box
  /** Where new notes are put: the part of the body that does not begin with labels. */
  readonly notes: Box
  readonly marks: readonly ZoneMark[]
  readonly labels: readonly ZoneLabel[]
}

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export type TextBox = Box & { readonly size: number }

/** A line of the background. `sunken` areas are filled a shade darker than the zone. */
export type ZoneMark =
  | ({ readonly kind: 'rect'; readonly radius: number; readonly isDashed: boolean; readonly isSunken: boolean } & Box)
  | { readonly kind: 'path'; readonly d: string; readonly isDashed: boolean; readonly isSunken: boolean }

/** `index` is the label's place in `ZoneProps.labels`; the text is the reader's. */
export type ZoneLabel = TextBox & { readonly index: number; readonly align: 'start' | 'middle' }

/** Large enough that a whole template, zoomed to fit a laptop's screen, still reads as a map of headings. */
const headingSize = 72
const promptSize = 34
const labelSize = 38
const padding = 56
const promptLines = 2
const lineHeight = 1.35

export const zoneRadius = 28

export function planZone(zone: {
  readonly w: number
  readonly h: number
  readonly background: ZoneBackground
  readonly labels: readonly unknown[]
}): ZonePlan {
  // A zone that somebody made small keeps its proportions instead of drowning in its heading.
  const scale = Math.min(1, zone.w / 900, zone.h / 640)
  const pad = padding * scale
  const inner = Math.max(0, zone.w - 2 * pad)
  const heading = { x: pad, y: pad * 0.8, w: inner, h: headingSize * 1.2 * scale, size: headingSize * scale }
  const promptHeight = promptSize * lineHeight * promptLines * scale
  const prompt = {
    x: pad,
    y: heading.y + heading.h + 10 * scale,
    w: inner,
    h: promptHeight,
    size: promptSize * scale,
  }
  const top = prompt.y + prompt.h + 24 * scale
  const body = { x: pad, y: top, w: inner, h: Math.max(0, zone.h - top - pad) }
  const labelCount = zone.labels.length
  const drawing = body.w > 0 && body.h > 0 ? draw(zone.background, body, labelCount, scale) : nothing
  return { heading, prompt, body, notes: noteRoom(zone.background, body, labelCount, scale), ...drawing }
}

/** Below the first row of labels; on a cloth, inside the hem and above the strip. */
function noteRoom(background: ZoneBackground, body: Box, labelCount: number, scale: number): Box {
  if (background === 'cloth') {
    const room = inset(body, 40 * scale)
    return labelCount === 0 ? room : { ...room, h: room.h * 0.7 }
  }
  const hasLabelsOnTop = labelCount > 0 && background !== 'plain' && background !== 'grid' && background !== 'islands'
  if (!hasLabelsOnTop) return body
  const room = inset(body, 16 * scale)
  const top = labelSize * (background === 'steps' ? 2.8 : 1.8) * scale
  return { ...room, y: body.y + top, h: Math.max(0, body.h - top) }
}

type Drawing = Pick<ZonePlan, 'marks' | 'labels'>
const nothing: Drawing = { marks: [], labels: [] }

function draw(background: ZoneBackground, body: Box, labelCount: number, scale: number): Drawing {
  switch (background) {
    case 'plain':
    case 'quadrants':
    case 'table':
    case 'journey':
    case 'rings':
    case 'kanban':
    case 'storyboard':
    case 'sheet':
    case 'curves':
    case 'cone':
    case 'sailboat':
    case 'head':
    case 'tree':
      return nothing
    case 'cloth':
      return drawCloth(body, labelCount, scale)
    case 'columns':
      return drawColumns(body, Math.max(1, labelCount), scale)
    case 'lanes':
      return drawLanes(body, Math.max(1, labelCount), scale)
    case 'grid':
      return drawGrid(body)
    case 'islands':
      return drawIslands(body, labelCount, scale)
    case 'steps':
      return drawSteps(body, Math.max(1, labelCount), scale)
    case 'cards':
      return drawCards(body, Math.max(1, labelCount), scale)
    case 'target':
      return drawTarget(body, labelCount, scale)
  }
}

/** A cloth with a stitched hem; labels share a strip along its lower edge, the first one twice as wide. */
function drawCloth(body: Box, labelCount: number, scale: number): Drawing {
  const hem = 22 * scale
  const inside = inset(body, hem)
  const marks = [rect(body, 40 * scale, 'sunken'), rect(inside, 28 * scale, 'dashed')]
  if (labelCount === 0) return { marks, labels: [] }
  const strip = { ...inside, y: inside.y + inside.h * 0.72, h: inside.h * 0.28 }
  const unit = strip.w / (labelCount + 1)
  const parts = Array.from({ length: labelCount }, (_, i) => ({
    ...strip,
    x: strip.x + (i === 0 ? 0 : unit * (i + 1)),
    w: i === 0 ? unit * 2 : unit,
  }))
  return {
    marks: [
      ...marks,
      line(strip.x, strip.y, strip.x + strip.w, strip.y, 'dashed'),
      ...parts.slice(1).map((part) => line(part.x, part.y, part.x, part.y + part.h, 'dashed')),
    ],
    labels: parts.map((part, index) => label(inset(part, 14 * scale), index, 'start', scale)),
  }
}

function drawColumns(body: Box, count: number, scale: number): Drawing {
  const w = body.w / count
  const head = labelSize * 1.8 * scale
  const columns = Array.from({ length: count }, (_, i) => ({ ...body, x: body.x + i * w, w }))
  return {
    marks: [
      line(body.x, body.y + head, body.x + body.w, body.y + head),
      ...columns.slice(1).map((column) => line(column.x, body.y, column.x, body.y + body.h)),
    ],
    labels: columns.map((column, index) => label(inset(column, 12 * scale), index, 'start', scale)),
  }
}

function drawLanes(body: Box, count: number, scale: number): Drawing {
  const h = body.h / count
  const lanes = Array.from({ length: count }, (_, i) => ({ ...body, y: body.y + i * h, h }))
  return {
    marks: [
      ...lanes.map((lane) => line(lane.x, lane.y, lane.x + lane.w, lane.y)),
      line(body.x, body.y + body.h, body.x + body.w, body.y + body.h),
    ],
    labels: lanes.map((lane, index) => label(inset(lane, 12 * scale), index, 'start', scale)),
  }
}

/** Places for single notes: a note of tldraw's is 200 units wide. */
function drawGrid(body: Box): Drawing {
  const place = 300
  const columns = Math.max(1, Math.round(body.w / place))
  const rows = Math.max(1, Math.round(body.h / place))
  return {
    marks: [
      rect(body, 12),
      ...Array.from({ length: columns - 1 }, (_, i) => {
        const x = body.x + ((i + 1) * body.w) / columns
        return line(x, body.y, x, body.y + body.h, 'dashed')
      }),
      ...Array.from({ length: rows - 1 }, (_, i) => {
        const y = body.y + ((i + 1) * body.h) / rows
        return line(body.x, y, body.x + body.w, y, 'dashed')
      }),
    ],
    labels: [],
  }
}

/** Centres and radii as parts of the sea; the large ones come first and take the labels. No real coast is meant. */
const islands = [
  { x: 0.22, y: 0.56, rx: 0.17, ry: 0.36 },
  { x: 0.66, y: 0.5, rx: 0.2, ry: 0.4 },
  { x: 0.44, y: 0.2, rx: 0.035, ry: 0.1 },
  { x: 0.43, y: 0.84, rx: 0.05, ry: 0.1 },
  { x: 0.91, y: 0.22, rx: 0.04, ry: 0.13 },
  { x: 0.93, y: 0.72, rx: 0.05, ry: 0.16 },
  { x: 0.045, y: 0.16, rx: 0.028, ry: 0.08 },
] as const
const coast = [1, 0.86, 1.04, 0.8, 0.97, 1.06, 0.84, 0.98, 0.9, 1.05]
const waves = [
  { x: 0.405, y: 0.42 },
  { x: 0.42, y: 0.58 },
  { x: 0.86, y: 0.47 },
  { x: 0.02, y: 0.84 },
  { x: 0.05, y: 0.42 },
  { x: 0.55, y: 0.03 },
] as const

function drawIslands(body: Box, labelCount: number, scale: number): Drawing {
  const at = (x: number, y: number) => ({ x: body.x + x * body.w, y: body.y + y * body.h })
  const coasts = islands.map(({ x, y, rx, ry }, island) => {
    const points = coast.map((_, i) => {
      const angle = (i / coast.length) * 2 * Math.PI
      const reach = coast[(i + island * 3) % coast.length] ?? 1
      return at(x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach)
    })
    return path(roundClosed(points), 'sunken')
  })
  const swells = waves.map(({ x, y }) => {
    const start = at(x, y)
    const s = 26 * scale
    return path(`M${n(start.x)} ${n(start.y)}q${n(s / 2)} ${n(-s / 2)} ${n(s)} 0t${n(s)} 0t${n(s)} 0`)
  })
  return {
    marks: [...swells, ...coasts],
    labels: islands.slice(0, labelCount).map(({ x, y, rx, ry }, index) => {
      const centre = at(x, y - ry * 0.72)
      const w = rx * 1.3 * body.w
      return label({ x: centre.x - w / 2, y: centre.y, w, h: labelSize * 1.4 * scale }, index, 'middle', scale)
    }),
  }
}

/** Chevrons from left to right. A tall zone gets lanes across them, so that each row can belong to one actor. */
function drawSteps(body: Box, count: number, scale: number): Drawing {
  const w = body.w / count
  const h = labelSize * 2.6 * scale
  const tip = h / 3
  const lanes = body.h > 1_200 ? 4 : 1
  const top = body.y + h + 16 * scale
  const chevrons = Array.from({ length: count }, (_, i) => {
    const x = body.x + i * w
    const right = x + w - tip
    const notch = i === 0 ? x : x + tip
    return path(
      `M${n(x)} ${n(body.y)}H${n(right)}L${n(right + tip)} ${n(body.y + h / 2)}L${n(right)} ${n(body.y + h)}H${n(x)}L${n(notch)} ${n(body.y + h / 2)}Z`,
      'sunken',
    )
  })
  return {
    marks: [
      ...chevrons,
      ...Array.from({ length: count - 1 }, (_, i) => {
        const x = body.x + (i + 1) * w
        return line(x, top, x, body.y + body.h, 'dashed')
      }),
      ...Array.from({ length: lanes - 1 }, (_, i) => {
        const y = top + ((i + 1) * (body.y + body.h - top)) / lanes
        return line(body.x, y, body.x + body.w, y, 'dashed')
      }),
    ],
    labels: Array.from({ length: count }, (_, index) =>
      label(
        {
          x: body.x + index * w + tip * 1.5,
          y: body.y + (h - labelSize * 1.3 * scale) / 2,
          w: w - tip * 3,
          h: labelSize * 1.3 * scale,
        },
        index,
        'start',
        scale,
      ),
    ),
  }
}

/** One card for each label, in as many rows as make the cards a little wider than high. */
function drawCards(body: Box, count: number, scale: number): Drawing {
  const gap = 20 * scale
  const wanted = 1.4
  let columns = 1
  let best = Number.POSITIVE_INFINITY
  for (let tried = 1; tried <= count; tried += 1) {
    const rows = Math.ceil(count / tried)
    const ratio = body.w / tried / (body.h / rows)
    const empty = tried * rows - count
    const distance = Math.abs(Math.log(ratio / wanted)) + empty * 0.4
    if (distance < best) {
      best = distance
      columns = tried
    }
  }
  const rows = Math.ceil(count / columns)
  const w = (body.w - gap * (columns - 1)) / columns
  const h = (body.h - gap * (rows - 1)) / rows
  const cards = Array.from({ length: count }, (_, i) => ({
    x: body.x + (i % columns) * (w + gap),
    y: body.y + Math.floor(i / columns) * (h + gap),
    w,
    h,
  }))
  return {
    marks: cards.map((card) => rect(card, 18 * scale, 'sunken')),
    labels: cards.map((card, index) => label(inset(card, 18 * scale), index, 'start', scale)),
  }
}

/** Rings in the middle, a card for the first label on their left and for the second on their right. */
function drawTarget(body: Box, labelCount: number, scale: number): Drawing {
  const radius = Math.min(body.h, body.w * 0.36) / 2
  const centre = { x: body.x + body.w / 2, y: body.y + body.h / 2 }
  const side = body.w / 2 - radius - 28 * scale
  const cards = [
    { x: body.x, y: body.y, w: side, h: body.h },
    { x: body.x + body.w - side, y: body.y, w: side, h: body.h },
  ].slice(0, labelCount)
  return {
    marks: [
      ...cards.map((card) => rect(card, 18 * scale, 'sunken')),
      ...[1, 0.66, 0.32].map((part) =>
        path(circle(centre.x, centre.y, radius * part), part < 0.5 ? 'sunken' : 'plain'),
      ),
    ],
    labels: cards.map((card, index) => label(inset(card, 18 * scale), index, 'start', scale)),
  }
}

type Look = 'plain' | 'dashed' | 'sunken'

function rect(box: Box, radius: number, look: Look = 'plain'): ZoneMark {
  return { kind: 'rect', ...box, radius, isDashed: look === 'dashed', isSunken: look === 'sunken' }
}

function path(d: string, look: Look = 'plain'): ZoneMark {
  return { kind: 'path', d, isDashed: look === 'dashed', isSunken: look === 'sunken' }
}

function line(x1: number, y1: number, x2: number, y2: number, look: Look = 'plain'): ZoneMark {
  return path(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, look)
}

function label(box: Box, index: number, align: ZoneLabel['align'], scale: number): ZoneLabel {
  return { ...box, index, align, size: labelSize * scale }
}

function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, w: Math.max(0, box.w - 2 * by), h: Math.max(0, box.h - 2 * by) }
}

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`
}

/** A closed curve through the middles of the sides, with the points as its handles. */
function roundClosed(points: readonly { x: number; y: number }[]): string {
  const middles = points.map((point, i) => {
    const next = points[(i + 1) % points.length] ?? point
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
  })
  const last = middles[middles.length - 1]
  if (!last) return ''
  const curves = points.map((point, i) => {
    const end = middles[i] ?? point
    return `Q${n(point.x)} ${n(point.y)} ${n(end.x)} ${n(end.y)}`
  })
  return `M${n(last.x)} ${n(last.y)}${curves.join('')}Z`
}

/** Short numbers: a tenth of a unit is less than anybody sees. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
