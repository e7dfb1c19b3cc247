import type { BoardRecord } from '#shared/board/board-records.ts'
import { cellAt } from '#shared/board/drawing/cell-at.ts'
import { labelsOfCell } from '#shared/board/drawing/part-names.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { noteKindOf, wordsOf } from '#shared/board/note-kind.ts'
import { zoneOf } from '#shared/board/zone-of.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { boxIn, unionOf } from '../layer/shape-boxes.ts'

/** Strokes without words, and the words among them, of one part of a zone: they go together, or they say nothing. */
export type Drawing = {
  /** Of the stroke that stands for it. */
  readonly id: string
  /** From back to front, each where it lies in the zone or on the page, however many groups and frames it is in. */
  readonly shapes: readonly BoardRecord[]
  readonly box: Box
}

/** No sound shape lies deeper. */
const mostParents = 1_000

/** The drawings of a board, by the id of every shape that is in one. As on one board: all that is drawn in a part is one. */
export function drawingsOf(records: readonly BoardRecord[]): ReadonlyMap<string, Drawing> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const read = (id: string) => byId.get(id)
  const parts = new Map<string, { readonly strokes: BoardRecord[]; readonly words: BoardRecord[] }>()
  for (const record of records) {
    const kind = noteKindOf(record)
    if (kind !== 'drawing' && kind !== 'text') continue
    const hasWords = wordsOf(record).trim() !== ''
    if (kind === 'text' && !hasWords) continue
    const placed = placedOutermost(record, read)
    const name = placed && partOf(placed, zoneOf(record, read))
    if (name === undefined) continue
    const part = parts.get(name) ?? { strokes: [], words: [] }
    parts.set(name, part)
    part[hasWords ? 'words' : 'strokes'].push(placed as BoardRecord)
  }
  const drawings = new Map<string, Drawing>()
  for (const { strokes, words } of parts.values()) {
    const sorted = strokes.toSorted(byIndex)
    const [first] = sorted
    const around = unionOf(sorted.flatMap((stroke) => boxIn(stroke) ?? []))
    if (!first || !around) continue
    const shapes = [...sorted, ...words.filter((word) => liesIn(around, word))].toSorted(byIndex)
    const box = unionOf(shapes.flatMap((shape) => boxIn(shape) ?? [])) ?? around
    for (const { id } of shapes) drawings.set(id, { id: first.id, shapes, box })
  }
  return drawings
}

/** As if it lay in its zone, or on its page, itself; undefined for what cannot be placed. */
function placedOutermost(shape: BoardRecord, read: (id: string) => BoardRecord | undefined): BoardRecord | undefined {
  let [x, y, rotation] = [Number(shape.x), Number(shape.y), Number(shape.rotation)]
  let parent = read(String(shape.parentId))
  for (let i = 0; parent?.typeName === 'shape' && parent.type !== 'zone'; i += 1) {
    if (i === mostParents) return undefined
    const angle = Number(parent.rotation)
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    ;[x, y] = [Number(parent.x) + x * cos - y * sin, Number(parent.y) + x * sin + y * cos]
    rotation += angle
    parent = read(String(parent.parentId))
  }
  return parent && [x, y, rotation].every(Number.isFinite)
    ? { ...shape, parentId: parent.id, x, y, rotation }
    : undefined
}

function partOf(placed: BoardRecord, zone: BoardRecord | undefined): string | undefined {
  const box = boxIn(placed)
  if (!box) return undefined
  // A board holds only zones that its schema takes.
  const props = zone?.props as ZoneProps | undefined
  const cell = props && cellAt(props, box)
  return [placed.parentId, ...(props && cell ? labelsOfCell(props, cell).map(({ en }) => en) : [])].join(' ')
}

function liesIn({ x, y, w, h }: Box, shape: BoardRecord): boolean {
  const box = boxIn(shape)
  if (!box) return false
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  return middle.x >= x && middle.x <= x + w && middle.y >= y && middle.y <= y + h
}

function byIndex(a: BoardRecord, b: BoardRecord): number {
  const [i, j] = [String(a.index), String(b.index)]
  if (i !== j) return i < j ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** The same shape so many times as large, towards its own upper left corner. */
export function resized(shape: BoardRecord, times: number): BoardRecord {
  if (times === 1) return shape
  const props: Record<string, unknown> = { ...shape.props }
  for (const name of sizes[String(shape.type)] ?? []) {
    if (typeof props[name] === 'number') props[name] *= times
  }
  if (shape.type === 'line') props.points = resizedPoints(props.points, times)
  return { ...shape, props }
}

/** Ink and text have their size in `scale` alone. */
const sizes: Readonly<Record<string, readonly string[]>> = {
  draw: ['scale'],
  highlight: ['scale'],
  text: ['scale'],
  line: ['scale'],
  geo: ['w', 'h', 'growY', 'scale'],
  bookmark: ['w', 'h'],
}

function resizedPoints(points: unknown, times: number): unknown {
  if (typeof points !== 'object' || points === null) return points
  return Object.fromEntries(
    Object.entries(points).map(([key, point]) => [key, { ...point, x: point.x * times, y: point.y * times }]),
  )
}
