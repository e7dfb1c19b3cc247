import type { LocalText } from './local-text.ts'
import { backgroundRules } from './zone-backgrounds.ts'
import type { ZoneField } from './zone-fields.ts'
import type { ZoneAxis, ZoneProps } from './zone-shape.ts'

type Shown = Pick<ZoneProps, 'background' | 'labels' | 'rows' | 'axes' | 'dividers' | 'frames' | 'counts' | 'fields'>

const blank: LocalText = { en: '' }
const blankAxis: ZoneAxis = { label: blank, low: blank, high: blank }

/**
 * What a zone shows, held to what its background can show: too many labels are dropped, missing ones blank, and what
 * the background has no place for is left out.
 */
export function fitZone<Zone extends Shown>(zone: Zone): Zone {
  const { labels, rows, axes, dividers, frames, counts, fields, ...rest } = zone
  const rule = backgroundRules[zone.background]
  const fittedRows = rule.rows ? toFit(rows ?? [], rule.rows) : undefined
  const fittedAxes = rule.hasAxes ? (axes ?? { x: blankAxis, y: blankAxis }) : undefined
  const kept = fittedRows && dividers?.filter(({ row }) => row < fittedRows.length)
  const fitted = {
    labels: toFit(labels, rule.labels),
    rows: fittedRows,
    axes: fittedAxes,
    dividers: kept && kept.length > 0 ? kept : undefined,
    frames: rule.frames ? clamp(frames ?? 0, rule.frames) : undefined,
    counts: zone.background === 'table' ? counts : undefined,
    fields: fields?.map((field) => fitField(field, fittedRows?.length ?? 0, fittedAxes !== undefined)),
  }
  const said = Object.fromEntries(Object.entries(fitted).filter(([, value]) => value !== undefined))
  return { ...rest, ...said } as Zone
}

type Bounds = readonly [least: number, most: number]

function toFit(texts: readonly LocalText[], [least, most]: Bounds): readonly LocalText[] {
  return Array.from({ length: Math.max(least, Math.min(most, texts.length)) }, (_, i) => texts[i] ?? blank)
}

function clamp(value: number, [least, most]: Bounds): number {
  return Math.max(least, Math.min(most, Math.floor(value)))
}

/** A scale that measured along an axis, or one row, and has lost it, is of the whole zone. */
function fitField(field: ZoneField, rowCount: number, hasAxes: boolean): ZoneField {
  if (field.kind !== 'scale') return field
  const { axis, row } = field
  return { ...field, axis: hasAxes ? axis : null, row: row !== null && row < rowCount ? row : null }
}
