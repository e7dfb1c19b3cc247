import type { Doc } from 'yjs'
import { type BoardRecord, type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import { mergeParts, type RecordParts } from '#shared/board/record-parts.ts'
import { placeShapes } from '#shared/picture/placement.ts'

/** Why the board does not have it. */
export type AsideReason =
  | 'restored'
  | 'read_only'
  | 'template_layer'
  | 'invalid'
  | 'limit'
  | 'removed'
  | 'step'
  /** Written alone, about what was revealed meanwhile and is not known by its id any more. */
  | 'revealed'
  /** By the time there was a line, the device spoke for somebody else. */
  | 'other_person'

type AsideRecord = {
  readonly record: BoardRecord
  /** Keys that were written here; on a board that has the record these alone are put back. */
  readonly keys: readonly string[]
}

/** One shape as it was written here, with what belongs to it. */
export type AsideItem = {
  readonly id: string
  readonly reason: AsideReason
  readonly atMs: number
  readonly shape: AsideRecord
  /** Bindings of an arrow, the file of a picture. */
  readonly companions: readonly AsideRecord[]
  /** Where it was on the page, for when the zone that it was in is gone. */
  readonly place: { readonly x: number; readonly y: number; readonly rotation: number } | undefined
}

export type Collected = { readonly item: AsideItem; readonly recordIds: readonly string[] }

/** More than any page holds: the way to the page is wanted for each. */
const maxPlaced = 50_000

/**
 * Makes an item of each shape among the parts, as the document has it now. What was removed here is nothing to keep.
 *
 * @param newId - Makes an id that no other item has.
 */
export function collectAside(
  records: BoardRecords,
  parts: RecordParts,
  why: { readonly reason: AsideReason; readonly atMs: number },
  newId: () => string,
): Collected[] {
  const idsByShape = new Map<string, Set<string>>()
  for (const recordId of parts.keys()) {
    for (const shapeId of shapesOf(records, recordId)) {
      const ids = idsByShape.get(shapeId)
      if (ids) ids.add(recordId)
      else idsByShape.set(shapeId, new Set([recordId]))
    }
  }
  if (idsByShape.size === 0) return []
  const places = new Map(placeShapes(records.readAll(), maxPlaced).map(({ shape, matrix }) => [shape.id, matrix]))
  const written = (id: string): AsideRecord | undefined => {
    const record = records.read(id)
    return record && { record, keys: [...(parts.get(id) ?? [])] }
  }
  return [...idsByShape].flatMap(([shapeId, recordIds]) => {
    const shape = written(shapeId)
    if (!shape) return []
    const matrix = places.get(shapeId)
    // What it cannot be shown without comes along, whether it was changed or not: the board may not have it any more.
    const companionIds = new Set([...recordIds, ...assetIdsOf(shape.record)])
    companionIds.delete(shapeId)
    const item: AsideItem = {
      id: newId(),
      ...why,
      shape,
      companions: [...companionIds].flatMap((id) => written(id) ?? []),
      place: matrix && { x: matrix.e, y: matrix.f, rotation: Math.atan2(matrix.b, matrix.a) },
    }
    return [{ item, recordIds: [...recordIds] }]
  })
}

function shapesOf(records: BoardRecords, recordId: string): string[] {
  const record = records.read(recordId)
  if (record?.typeName === 'shape') return [recordId]
  if (record?.typeName === 'binding' && typeof record.fromId === 'string') return [record.fromId]
  // An asset without a shape shows nothing; with one it comes along as the shape's own.
  return []
}

function assetIdsOf(record: BoardRecord): string[] {
  const assetId = record.props?.assetId
  return typeof assetId === 'string' ? [assetId] : []
}

/** Marks what is put back, so that the canvas shows it as it shows what comes from elsewhere. */
const putBackOrigin = { name: 'put back' } as const

/**
 * Writes items anew; of what the document has, only the parts that were written here.
 *
 * @param hasParent - Whether what an item lay in is there still; a layer lies on a board that has its zones.
 */
export function putOnBoard(doc: Doc, items: readonly AsideItem[], hasParent?: (parentId: string) => boolean): void {
  const records = openBoardRecords(doc)
  doc.transact(() => {
    for (const item of items) {
      const isHeld = (hasParent ?? records.has)(String(item.shape.record.parentId))
      write(records, isHeld ? item.shape : { ...item.shape, record: onPage(item) })
    }
    for (const companion of items.flatMap(({ companions }) => companions)) {
      const { typeName, fromId, toId } = companion.record
      const ends = typeName === 'binding' ? [String(fromId), String(toId)] : []
      if (ends.every(records.has)) write(records, companion)
    }
  }, putBackOrigin)
  records.close()
}

function write(records: BoardRecords, { record, keys }: AsideRecord): void {
  const current = records.read(record.id)
  if (current) records.change(current, mergeParts(current, record, keys))
  else records.put(record)
}

function onPage({ shape: { record }, place }: AsideItem): BoardRecord {
  return place ? { ...record, ...place, parentId: firstPageId } : record
}
