import { type NoteValue, readValue } from '../note-values.ts'
import { standingOf, summariseValues } from '../value-summary.ts'
import type { ChoiceField } from '../zone-fields.ts'
import { cellAt, planOf } from './cell-at.ts'
import { curveField, hasCounts, isLive, ratedField, type ZoneLive } from './live.ts'
import type { Box, PlannedZone } from './plan.ts'

/** A note by its box in the zone's own units and what it carries. */
export type NoteInZone = { readonly box: Box; readonly meta?: Readonly<Record<string, unknown>> | undefined }

export function readLive(zone: PlannedZone, notes: readonly NoteInZone[]): ZoneLive {
  if (!isLive(zone)) return {}
  const rated = ratedField(zone)
  if (rated) return { standings: readStandings(zone, rated, notes) }
  const { cells } = planOf(zone)
  const placed = notes.flatMap(({ box, meta }) => {
    const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
    const cell = cells.find(({ holds }) => holds(middle))
    return cell?.column !== undefined && cell.row !== undefined ? [{ column: cell.column, row: cell.row, meta }] : []
  })
  const field = curveField(zone)
  return {
    ...(hasCounts(zone) && {
      counts: (zone.rows ?? []).map(
        (_, row) => new Set(placed.filter((note) => note.row === row).map(({ column }) => column)).size,
      ),
    }),
    ...(field && {
      means: zone.labels.map((_, column) =>
        meanOf(
          placed.flatMap((note) => {
            const value = note.row === field.row && note.column === column ? readValue(field, note.meta) : undefined
            return typeof value === 'number' ? [value] : []
          }),
        ),
      ),
    }),
  }
}

function readStandings(zone: PlannedZone, field: ChoiceField, notes: readonly NoteInZone[]): (number | undefined)[] {
  const said = notes.flatMap(({ box, meta }): { index: number | undefined; value: NoteValue }[] => {
    const value = readValue(field, meta)
    return value === undefined ? [] : [{ index: cellAt(zone, box)?.index, value }]
  })
  return zone.labels.map((_, slice) =>
    standingOf(
      summariseValues(
        field,
        said.filter(({ index }) => index === slice).map(({ value }) => value),
      ),
    ),
  )
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}
