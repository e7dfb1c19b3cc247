import type { BoardRecord } from '../board/board-records.ts'
import { findUnsound } from '../board/sound-records.ts'

/** Turns a shape's own coordinates into the page's: `[a b; c d]` rotates, `e, f` moves, as in SVG's `matrix()`. */
export type Matrix = {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}
export type Point = { readonly x: number; readonly y: number }
export type PlacedShape = { readonly shape: BoardRecord; readonly matrix: Matrix }

const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/** Farther out nothing is drawn: one shape a million units away would make a dot of all others. */
export const maxCoordinate = 1_000_000

/** Deeper than any board that people make, and shallow enough for the stack. */
const maxDepth = 60

/** The shapes of the first page that has any, from back to front, each with its way to the page. */
export function placeShapes(records: readonly BoardRecord[], maxShapes: number): PlacedShape[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const { parents } = findUnsound(byId)
  const children = new Map<string, BoardRecord[]>()
  for (const record of records) {
    if (record.typeName !== 'shape') continue
    const parentId = parents.get(record.id) ?? String(record.parentId)
    const siblings = children.get(parentId)
    if (siblings) siblings.push(record)
    else children.set(parentId, [record])
  }
  for (const siblings of children.values()) siblings.sort(byIndex)
  const pages = records.filter((record) => record.typeName === 'page').sort(byIndex)
  const page = pages.find(({ id }) => children.has(id))
  const placed: PlacedShape[] = []
  const place = (parentId: string, parent: Matrix, depth: number) => {
    for (const shape of children.get(parentId) ?? []) {
      if (placed.length >= maxShapes) return
      const matrix = compose(parent, shape)
      if (!matrix) continue
      placed.push({ shape, matrix })
      if (depth < maxDepth) place(shape.id, matrix, depth + 1)
    }
  }
  if (page) place(page.id, identity, 0)
  return placed
}

function byIndex(a: BoardRecord, b: BoardRecord): number {
  const [i, j] = [String(a.index), String(b.index)]
  if (i !== j) return i < j ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function compose(parent: Matrix, shape: BoardRecord): Matrix | undefined {
  const { x, y, rotation } = shape
  if (typeof x !== 'number' || typeof y !== 'number' || typeof rotation !== 'number') return undefined
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  const { x: e, y: f } = transform(parent, { x, y })
  const matrix = {
    a: parent.a * cos + parent.c * sin,
    b: parent.b * cos + parent.d * sin,
    c: parent.c * cos - parent.a * sin,
    d: parent.d * cos - parent.b * sin,
    e,
    f,
  }
  const isNear = Object.values(matrix).every((value) => Math.abs(value) <= maxCoordinate)
  return isNear ? matrix : undefined
}

export function transform(matrix: Matrix, point: Point): Point {
  return {
    x: matrix.a * point.x + matrix.c * point.y + matrix.e,
    y: matrix.b * point.x + matrix.d * point.y + matrix.f,
  }
}

/** @returns undefined for a matrix that cannot be undone. */
export function invert(matrix: Matrix, point: Point): Point | undefined {
  const { a, b, c, d, e, f } = matrix
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-9) return undefined
  const [x, y] = [point.x - e, point.y - f]
  return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant }
}
