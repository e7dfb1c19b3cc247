import type { LocalText } from '../local-text.ts'
import { boldIsWiderBy, widthOf } from '../text-lines.ts'
import { backgroundRules, type ZoneBackground } from '../zone-backgrounds.ts'
import { drawCards, drawTarget } from './cards.ts'
import { drawCloth } from './cloth.ts'
import { drawColumns, drawLanes } from './columns.ts'
import { drawCone } from './cone.ts'
import { drawCurves } from './curves.ts'
import { zoomOnProjector } from './from-afar.ts'
import { drawGrid } from './grid.ts'
import { drawHead } from './head.ts'
import { drawIslands } from './islands.ts'
import { drawJourney } from './journey.ts'
import { drawKanban } from './kanban.ts'
import { hasCounts, type ZoneLive } from './live.ts'
import type { Drawing, Ground, PlannedZone, ZonePlan } from './plan.ts'
import { drawQuadrants } from './quadrants.ts'
import { drawRings } from './rings.ts'
import { drawSailboat } from './sailboat.ts'
import { drawSheet } from './sheet.ts'
import { drawSteps } from './steps.ts'
import { drawStoryboard } from './storyboard.ts'
import { drawTable } from './table.ts'
import { drawTree } from './tree.ts'
import { drawWheel } from './wheel.ts'
import { mostSizeForAll } from './words.ts'

/** Large enough that a whole template, zoomed to fit a laptop's screen, still reads as a map of headings. */
const headingSize = 72
const promptSize = 34
const padding = 56
const promptLines = 2
const lineHeight = 1.35
/** What can be read from the back of a room. */
const leastPromptPx = 15

export const zoneRadius = 28

/**
 * Where a zone's words and lines lie. The canvas and the server's pictures draw from the same plan, so that a board looks
 * like its picture. Positions never depend on the reader's language: what people put under a column must stay under it.
 * Only the alignment of text follows the language's direction.
 *
 * @param live - what is drawn of the zone's notes, which moves nothing else
 */
export function planZone(zone: PlannedZone, live: ZoneLive = {}): ZonePlan {
  const scale = scaleOf(zone)
  const pad = padding * scale
  const inner = Math.max(0, zone.w - 2 * pad)
  const promptRoom = { w: inner, h: promptSize * lineHeight * promptLines * scale }
  const prompt = {
    x: pad,
    y: (padding * 0.8 + headingSize * 1.2 + 10) * scale,
    ...promptRoom,
    size: promptSize * scale,
    most: mostSizeForAll([zone.prompt], [promptRoom], promptSize * scale),
  }
  const size = headingSize * scale
  const room = { w: inner, h: prompt.y + prompt.h - pad * 0.8 }
  const most = Math.max(size, lineSizeFor(zone.heading ?? { en: '' }, room))
  const heading = { x: pad, y: pad * 0.8, w: inner, h: size * 1.2, size, most }
  const top = prompt.y + prompt.h + 24 * scale
  const body = { x: pad, y: top, w: inner, h: Math.max(0, zone.h - top - pad) }
  const hasRoom = body.w > 0 && body.h > 0
  const drawing = hasRoom ? families[zone.background]({ body, scale, zone: withinRule(zone) }, live) : {}
  return { heading, prompt, body, notes: body, marks: [], labels: [], cells: [], ...drawing }
}

/** The largest size at which a heading is one line of the room, in every language. */
function lineSizeFor(text: LocalText, { w, h }: { readonly w: number; readonly h: number }): number {
  const widest = Math.max(0, ...Object.values(text).map((words) => widthOf(words) * boldIsWiderBy))
  return Math.min(h / lineHeight, w / Math.max(1, widest))
}

/** A small zone keeps its proportions instead of drowning in its heading; a large one can be read when it fills a screen. */
function scaleOf({ w, h }: PlannedZone): number {
  const large = Math.min(w / 1_600, h / 1_000)
  if (large < 1) return Math.min(1, w / 900, h / 640)
  const readable = leastPromptPx / promptSize / zoomOnProjector({ w, h })
  return Math.max(Math.min(large, 1.35), Math.min(large * 1.2, readable))
}

/** More than a background can show is not drawn: a board's records may list thousands. */
function withinRule(zone: PlannedZone): PlannedZone {
  const { labels, rows, frames } = backgroundRules[zone.background]
  return {
    ...zone,
    labels: zone.labels.slice(0, labels[1]),
    rows: rows && zone.rows?.slice(0, rows[1]),
    frames: frames && Math.min(frames[1], Math.max(1, Math.floor(zone.frames ?? frames[0]))),
  }
}

const plain = (): Drawing => ({})

const families: Readonly<Record<ZoneBackground, (ground: Ground, live: ZoneLive) => Drawing>> = {
  plain,
  cloth: drawCloth,
  columns: drawColumns,
  grid: drawGrid,
  lanes: drawLanes,
  islands: drawIslands,
  steps: drawSteps,
  cards: drawCards,
  target: drawTarget,
  quadrants: drawQuadrants,
  table: (ground, { counts }) =>
    drawTable(ground, { columnName: 'column', counts: hasCounts(ground.zone) ? (counts ?? []) : undefined }),
  journey: drawJourney,
  rings: drawRings,
  wheel: drawWheel,
  kanban: drawKanban,
  storyboard: drawStoryboard,
  sheet: drawSheet,
  curves: drawCurves,
  cone: drawCone,
  sailboat: drawSailboat,
  head: drawHead,
  tree: drawTree,
}
