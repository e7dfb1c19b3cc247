import { axisFields, bandFor } from '#shared/board/axis-values.ts'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { cellAt, planOf, roomsIn } from '#shared/board/drawing/cell-at.ts'
import type { Box, PlannedZone } from '#shared/board/drawing/plan.ts'
import { fieldsOf, readValue } from '#shared/board/note-values.ts'
import type { Cluster } from './tie-shapes.ts'

export type Meant = {
  /** Undefined where all of the zone says the same. */
  readonly room: Box | undefined
  /** Whether it says so where it is. */
  readonly isThere: boolean
}

/**
 * Where in its zone a piece may lie without saying something else: between two axes where its values are, and in the
 * column, card or field that it was put into.
 */
export function meantIn(zone: BoardRecord, { shapes, box }: Pick<Cluster, 'shapes' | 'box'>): Meant {
  if (!box) return { room: undefined, isThere: true }
  const [only] = shapes
  const band = only && shapes.length === 1 ? bandOf(zone, only) : undefined
  if (band) {
    // What has its middle in the band: the room reaches half of the piece further.
    const room = { x: band.x - box.w / 2, y: band.y - box.h / 2, w: band.w + box.w, h: band.h + box.h }
    return { room, isThere: contains(room, box) }
  }
  const cell = cellAt(zone.props as PlannedZone, box)
  return { room: cell && atLeast(nearestOf(roomsIn(cell, box.h), box) ?? cell.box, box), isThere: true }
}

/** Between the axes, the part that says what the note says; all of an axis of which it says nothing. */
function bandOf(zone: BoardRecord, { meta }: BoardRecord): Box | undefined {
  const { plot } = planOf(zone.props as PlannedZone)
  if (!plot) return undefined
  const said = axisFields(fieldsOf(zone)).flatMap((field) => {
    const value = readValue(field, meta)
    return typeof value === 'number' ? [{ field, value }] : []
  })
  if (said.length === 0) return undefined
  return said.reduce((band, { field, value }) => bandFor(field, band, value), plot)
}

function contains(outer: Box, { x, y, w, h }: Box): boolean {
  return x >= outer.x && y >= outer.y && x + w <= outer.x + outer.w && y + h <= outer.y + outer.h
}

function atLeast(room: Box, { w, h }: Box): Box {
  return { ...room, w: Math.max(room.w, w), h: Math.max(room.h, h) }
}

function nearestOf(rooms: readonly Box[], { x, y, w, h }: Box): Box | undefined {
  const away = (room: Box) => Math.hypot(room.x + room.w / 2 - x - w / 2, room.y + room.h / 2 - y - h / 2)
  return rooms.toSorted((a, b) => away(a) - away(b))[0]
}
