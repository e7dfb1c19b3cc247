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

/** A thing that can be copied to another board: a note, words, a picture, or a drawing that says something. */
export function isOffered(record: BoardRecord): boolean {
  const kind = noteKindOf(record)
  if (kind === undefined || kind === 'arrow') return false
  return kind === 'picture' ? typeof record.props?.assetId === 'string' : wordsOf(record).trim() !== ''
}

/** What can be taken of a board: zone after zone, in each those with most votes first, then as one reads. */
export function readFeed(from: BoardNow, here: { id: string; held: Held }, votesOf: VotesOf, locale: string) {
  const byId = new Map(from.records.map((record) => [record.id, record]))
  const read = (id: string) => byId.get(id)
  const zones = sortedZones(from)
  const rankOf = new Map(zones.map((zone, i) => [String(zone.props?.key), i]))
  const offered = from.records.filter(isOffered).map((record) => ({
    record,
    zone: zoneKeyOf(record, read),
    votes: votesOf.get(record.id) ?? 0,
    box: boxOfNote(record),
  }))
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
      ({ record, zone, votes }): FeedItem => ({
        id: record.id,
        kind: noteKindOf(record) ?? 'note',
        zone: zone ?? null,
        text: wordsOf(record).trim().slice(0, maxWords),
        values: sayValues(fieldsOf(zoneOf(record, read)), record.meta, locale).map(
          ({ key, label, symbol, word, tone }) => ({ key, label, symbol, word, tone }),
        ),
        picture: pictureOf(record, read),
        votes,
        isThere: isHeld(here.held, { id: record.id, origin: originOf(record.meta) }, from.id, here.id),
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
export function countFeed({ records }: BoardNow, zones: ReadonlySet<string>, votesOf: VotesOf) {
  const byId = new Map(records.map((record) => [record.id, record]))
  const offered = records.filter(
    (record) => isOffered(record) && zones.has(zoneKeyOf(record, (id) => byId.get(id)) ?? ''),
  )
  return { noteCount: offered.length, votedCount: offered.filter(({ id }) => (votesOf.get(id) ?? 0) > 0).length }
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
