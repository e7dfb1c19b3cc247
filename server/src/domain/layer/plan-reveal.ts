import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import { valuesOnly } from '#shared/board/note-values.ts'
import { placeBehind } from '#shared/board/sound-records.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import type { Choice } from './choose-notes.ts'
import { assetOf, endsByArrow } from './choose-notes.ts'
import { findPlaces } from './find-places.ts'
import { meantIn } from './meant-in.ts'
import { boxIn, unionOf } from './shape-boxes.ts'
import { type Cluster, tieShapes } from './tie-shapes.ts'

/** What one person's layer brings. */
export type Bringing = Pick<Choice, 'shapes' | 'bindings' | 'assets'> & {
  /** Undefined: nobody shall know. */
  readonly authorId: string | undefined
}

export type RevealPlan = {
  /** What is put on the board, in this order. */
  readonly records: readonly BoardRecord[]
  /** Names of stored pictures of which nobody shall know who uploaded them. */
  readonly forgottenUploads: readonly string[]
}

export type RevealPorts = {
  readonly newId: () => string
  /** In an order that nobody can foresee. */
  readonly shuffle: <T>(values: readonly T[]) => T[]
}

type Piece = Cluster & { readonly from: Bringing; readonly rename: (id: string) => string }

/** Room for what lies on the page itself, below all that is there. */
const pageRoom = { w: 4_000, h: 100_000, gap: 120 }

/**
 * Turns what lies in layers into records of the board: each where nothing lies yet, those without an author under new ids
 * and in an order by lot across all layers.
 */
export function planReveal(
  bringings: readonly Bringing[],
  board: readonly BoardRecord[],
  { newId, shuffle }: RevealPorts,
): RevealPlan {
  const onBoard = new Map(board.map((record) => [record.id, record]))
  /** Two people's devices may have made the same id, whether by chance or on purpose. */
  const taken = new Set(onBoard.keys())
  const pieces = bringings.flatMap((from): Piece[] => {
    const ends = endsByArrow(from.bindings)
    const rename = renaming(from, taken, newId)
    return tieShapes(from.shapes, ({ id }) => ends.get(id) ?? []).map((cluster) => ({ ...cluster, from, rename }))
  })
  // Those with a name first: they keep their places where these are free.
  const ordered = [
    ...pieces.filter(({ from }) => from.authorId !== undefined),
    ...shuffle(pieces.filter(({ from }) => from.authorId === undefined)),
  ]
  const parentOf = ({ parentId }: Piece) => {
    const parent = onBoard.get(parentId)
    return parent && (isZone(parent) || parent.typeName === 'page') ? parentId : firstPageId
  }
  const shapes = new Map<Piece, BoardRecord[]>()
  for (const [parentId, together] of groupBy(ordered, parentOf)) {
    const siblings = board.filter((record) => record.typeName === 'shape' && record.parentId === parentId)
    for (const [piece, placed] of placeInto(parentId, together, siblings, onBoard)) shapes.set(piece, placed)
  }
  const records = ordered.flatMap((piece) => [
    ...assetsOf(piece),
    ...(shapes.get(piece) ?? []).map((shape) => asRevealed(shape, piece)),
    ...bindingsOf(piece),
  ])
  // Two notes may show one picture.
  const unique = [...new Map(records.map((record) => [record.id, record])).values()]
  return { records: bindingsLast(unique), forgottenUploads: uploadsOf(bringings) }
}

function placeInto(
  parentId: string,
  pieces: readonly Piece[],
  siblings: readonly BoardRecord[],
  onBoard: ReadonlyMap<string, BoardRecord>,
): Map<Piece, BoardRecord[]> {
  const taken = siblings.flatMap((shape) => boxIn(shape) ?? [])
  const parent = onBoard.get(parentId)
  const room = roomIn(parent, taken)
  // One person's sheet has a number and no name, and a sketch in other places is none: there only the order is by lot.
  const isSheet = parent?.props?.background === 'sheet'
  // Elsewhere a place may be part of what a note says: then it goes by lot within what says the same.
  const meant = (piece: Piece) =>
    parent && isZone(parent) && piece.parentId === parentId
      ? meantIn(parent, piece)
      : { room: undefined, isThere: true }
  const sized = pieces.flatMap((piece) => (piece.box ? [{ piece, box: piece.box }] : []))
  const places = findPlaces(
    sized.map(({ piece, box: { x, y, w, h } }) => {
      const { room, isThere } = meant(piece)
      const isKept = (isSheet || piece.from.authorId !== undefined) && piece.parentId === parentId && isThere
      return { ...{ w, h, room }, wanted: isKept ? { x, y } : undefined }
    }),
    room,
    taken,
  )
  const moves = new Map(
    sized.map(({ piece, box }, i) => [
      piece,
      { x: (places[i]?.x ?? box.x) - box.x, y: (places[i]?.y ?? box.y) - box.y },
    ]),
  )
  const top = siblings.map(({ index }) => String(index)).reduce((a, b) => (a > b ? a : b), 'a0')
  let rank = 0
  return new Map(
    pieces.map((piece) => {
      const { x: dx, y: dy } = moves.get(piece) ?? { x: 0, y: 0 }
      const placed = piece.shapes.map((shape) => {
        rank += 1
        return { ...shape, parentId, x: Number(shape.x) + dx, y: Number(shape.y) + dy, index: placeBehind(top, rank) }
      })
      return [piece, placed]
    }),
  )
}

function roomIn(parent: BoardRecord | undefined, taken: readonly Box[]): Box {
  if (parent && isZone(parent)) return planZone(parent.props as ZoneProps).notes
  const all = unionOf(taken) ?? { x: 0, y: 0, w: 0, h: 0 }
  return { x: all.x, y: all.y + all.h + pageRoom.gap, w: pageRoom.w, h: pageRoom.h }
}

/** Ids stay with a name: the author's device finds her note again. But nothing on the board is written over. */
function renaming(
  { authorId, shapes, bindings, assets }: Bringing,
  taken: Set<string>,
  newId: () => string,
): (id: string) => string {
  const names = new Map<string, string>()
  for (const { id, typeName } of [...shapes, ...bindings, ...assets]) {
    if (authorId === undefined || taken.has(id)) names.set(id, `${typeName}:${newId()}`)
    else taken.add(id)
  }
  return (id) => names.get(id) ?? id
}

function asRevealed(shape: BoardRecord, { from, rename }: Piece): BoardRecord {
  const { authorId } = from
  const assetId = assetOf(shape)
  return {
    ...shape,
    id: rename(shape.id),
    // What somebody says in figures is as much of the note as its words.
    meta: authorId === undefined ? valuesOnly(shape.meta) : { ...shape.meta, by: authorId },
    ...(assetId === undefined ? {} : { props: { ...shape.props, assetId: rename(assetId) } }),
  }
}

function assetsOf({ shapes, from, rename }: Piece): BoardRecord[] {
  const wanted = new Set(shapes.map(assetOf))
  return from.assets.flatMap((asset) => {
    if (!wanted.has(asset.id)) return []
    const id = rename(asset.id)
    if (from.authorId !== undefined) return [{ ...asset, id }]
    // The name of a file often says whose camera it was.
    return [{ ...asset, id, meta: {}, props: { ...asset.props, name: '' } }]
  })
}

function bindingsOf({ shapes, from, rename }: Piece): BoardRecord[] {
  const ids = new Set(shapes.map(({ id }) => id))
  return from.bindings
    .filter(({ fromId }) => ids.has(String(fromId)))
    .map((binding) => ({
      ...binding,
      id: rename(binding.id),
      fromId: rename(String(binding.fromId)),
      toId: rename(String(binding.toId)),
      meta: from.authorId === undefined ? {} : { ...binding.meta },
    }))
}

function bindingsLast(records: readonly BoardRecord[]): BoardRecord[] {
  const isBinding = ({ typeName }: BoardRecord) => typeName === 'binding'
  return [...records.filter((record) => !isBinding(record)), ...records.filter(isBinding)]
}

function uploadsOf(bringings: readonly Bringing[]): string[] {
  const sources = bringings
    .filter(({ authorId }) => authorId === undefined)
    .flatMap(({ assets }) => assets.map(({ props }) => props?.src))
  return [...new Set(sources)].flatMap((src) => (typeof src === 'string' ? [src.slice('asset:'.length)] : []))
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
