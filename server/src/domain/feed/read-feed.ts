import type { BoardRecord } from '#shared/board/board-records.ts'
import { localise } from '#shared/board/local-text.ts'
import { noteKindOf, wordsOf } from '#shared/board/note-kind.ts'
import { boxOfNote } from '#shared/board/note-place.ts'
import { fieldsOf } from '#shared/board/note-values.ts'
import { type Held, heldOf, isHeld, originOf } from '#shared/board/origin.ts'
import { sayValues } from '#shared/board/said-values.ts'
import { zoneKeyOf, zoneOf } from '#shared/board/zone-of.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { FeedItem } from '#shared/http/feeds.ts'
import { maxOfferedItems } from '#shared/limits.ts'
import { type Drawing, drawingsOf } from './drawings.ts'

export type VotesOf = ReadonlyMap<string, number>
export type BoardNow = { readonly id: string; readonly records: readonly BoardRecord[] }

/** What fits a line of a list. */
const maxWords = 300

/** All that is on a board, to ask whether a copy of something is among it. */
export function heldOn({ records }: BoardNow): Held {
  return heldOf(
    records.flatMap((record) =>
      record.typeName === 'shape' ? [{ id: record.id, origin: originOf(record.meta) }] : [],
    ),
  )
}

/** A thing that can be copied to another board: a note, words, a picture, a drawing that says something, or one of many strokes. */
export type Offered = { readonly record: BoardRecord; readonly drawing: Drawing | undefined }

/** By what one can ask for: any stroke stands for all of its drawing. */
export function offeredOn({ records }: BoardNow): ReadonlyMap<string, Offered> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const drawings = drawingsOf(records)
  const offered = new Map<string, Offered>()
  for (const record of records) {
    const drawing = drawings.get(record.id)
    const first = drawing ? byId.get(drawing.id) : isWhole(record) ? record : undefined
    if (first) offered.set(record.id, { record: first, drawing })
  }
  return offered
}

/** By itself. */
function isWhole(record: BoardRecord): boolean {
  const kind = noteKindOf(record)
  if (kind === undefined || kind === 'arrow') return false
  return kind === 'picture' ? typeof record.props?.assetId === 'string' : wordsOf(record).trim() !== ''
}

/** Whether a board has this already, or a part of it: half a drawing is not brought after the other half. */
export function isOfferedThere(held: Held, { record, drawing }: Offered, fromId: string, hereId: string): boolean {
  return (drawing?.shapes ?? [record]).some(({ id, meta }) =>
    isHeld(held, { id, origin: originOf(meta) }, fromId, hereId),
  )
}

/** What can be taken of a board: zone after zone, in each those with most votes first, then as one reads. */
export function readFeed(from: BoardNow, here: { id: string; held: Held }, votesOf: VotesOf, locale: string) {
  const byId = new Map(from.records.map((record) => [record.id, record]))
  const read = (id: string) => byId.get(id)
  const zones = sortedZones(from)
  const rankOf = new Map(zones.map((zone, i) => [String(zone.props?.key), i]))
  const offered = [...offeredOn(from)].flatMap(([id, thing]) => {
    const { record, drawing } = thing
    // Once for all of a drawing.
    if (record.id !== id) return []
    const box = drawing?.box ?? boxOfNote(record)
    return [{ ...thing, thing, zone: zoneKeyOf(record, read), votes: votesOfThing(thing, votesOf), box }]
  })
  const rank = (zone: string | undefined) => (zone === undefined ? zones.length : (rankOf.get(zone) ?? zones.length))
  const sorted = offered.toSorted(
    (a, b) => rank(a.zone) - rank(b.zone) || b.votes - a.votes || a.box.y - b.box.y || a.box.x - b.box.x,
  )
  const shown = sorted.length > maxOfferedItems ? withVotesFirst(sorted).slice(0, maxOfferedItems) : sorted
  return {
    zones: zones.map((zone) => ({
      key: String(zone.props?.key),
      heading: localise(Object(zone.props?.heading), locale),
      count: offered.filter((item) => item.zone === zone.props?.key).length,
    })),
    items: shown.map(
      ({ record, drawing, thing, zone, votes }): FeedItem => ({
        id: record.id,
        kind: noteKindOf(record) ?? 'note',
        zone: zone ?? null,
        text: wordsOfAll(drawing?.shapes ?? [record]).slice(0, maxWords),
        values: sayValues(fieldsOf(zoneOf(record, read)), record.meta, locale).map(
          ({ key, label, symbol, word, tone }) => ({ key, label, symbol, word, tone }),
        ),
        picture: pictureOf(record, read),
        votes,
        isThere: isOfferedThere(here.held, thing, from.id, here.id),
      }),
    ),
    leftOut: sorted.length - shown.length,
  }
}

/** What its zones are called, in reading order. */
export function zonesOf(board: BoardNow, locale: string) {
  return sortedZones(board).map(({ props }) => ({
    key: String(props?.key),
    heading: localise(Object(props?.heading), locale),
  }))
}

function sortedZones({ records }: BoardNow): BoardRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return records.filter(isZone).toSorted((a, b) => orderOf(a, byId) - orderOf(b, byId))
}

/** How much there is in zones that feed another board. */
export function countFeed(from: BoardNow, zones: ReadonlySet<string>, votesOf: VotesOf) {
  const byId = new Map(from.records.map((record) => [record.id, record]))
  const offered = [...offeredOn(from)].flatMap(([id, thing]) =>
    thing.record.id === id && zones.has(zoneKeyOf(thing.record, (other) => byId.get(other)) ?? '') ? [thing] : [],
  )
  return { noteCount: offered.length, votedCount: offered.filter((thing) => votesOfThing(thing, votesOf) > 0).length }
}

/** Dots on any of its strokes are the drawing's. */
export function votesOfThing({ record, drawing }: Offered, votesOf: VotesOf): number {
  return (drawing?.shapes ?? [record]).reduce((sum, { id }) => sum + (votesOf.get(id) ?? 0), 0)
}

function wordsOfAll(shapes: readonly BoardRecord[]): string {
  return shapes
    .map((shape) => wordsOf(shape).trim())
    .filter((words) => words !== '')
    .join(' · ')
}

/** By pages, then by their order on them. */
function orderOf(zone: BoardRecord, byId: ReadonlyMap<string, BoardRecord>): number {
  const pages = [...byId.values()].filter(({ typeName }) => typeName === 'page')
  const sorted = pages.toSorted((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
  const page = sorted.findIndex(({ id }) => id === zone.parentId)
  return Math.max(0, page) * zonesOfPage + Number(zone.props?.order ?? 0)
}

/** More than a page of zones ever has. */
const zonesOfPage = 100_000

function withVotesFirst<T extends { votes: number }>(items: readonly T[]): T[] {
  return [...items.filter(({ votes }) => votes > 0), ...items.filter(({ votes }) => votes === 0)]
}

function pictureOf({ type, props }: BoardRecord, read: (id: string) => BoardRecord | undefined): string | null {
  const src = type === 'image' ? read(String(props?.assetId))?.props?.src : undefined
  return typeof src === 'string' && src.startsWith('asset:') ? src.slice('asset:'.length) : null
}
