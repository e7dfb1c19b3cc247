import type { Box, Point } from './drawing/plan.ts'
import type { ScaleField, ZoneField } from './zone-fields.ts'

/** A scale that a place on the background says. */
export type AxisField = ScaleField & { readonly axis: 'x' | 'y' }

export function axisFields(fields: readonly ZoneField[]): readonly AxisField[] {
  return fields.filter((field): field is AxisField => field.kind === 'scale' && field.axis !== null)
}

/**
 * Each step has a band of the plot, from the left and from below: of ten, five lie on each side of the middle.
 *
 * @returns undefined beside the plot
 */
export function valueAt(field: AxisField, plot: Box, { x, y }: Point): number | undefined {
  const [across, up] = [(x - plot.x) / plot.w, 1 - (y - plot.y) / plot.h]
  if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) return undefined
  const part = field.axis === 'x' ? across : up
  return Math.min(field.max, field.min + Math.floor(part * stepsOf(field)))
}

/** The middle of the value's band, for what lies at this place now. */
export function placeFor(field: AxisField, plot: Box, value: number, { x, y }: Point): Point {
  const part = (value - field.min + 0.5) / stepsOf(field)
  return field.axis === 'x' ? { x: plot.x + part * plot.w, y } : { x, y: plot.y + (1 - part) * plot.h }
}

/** Of the box, whose other side may be a band already, what lies in the value's band, clear of its neighbours. */
export function bandFor(field: AxisField, box: Box, value: number): Box {
  const steps = stepsOf(field)
  const at = value - field.min
  const edge = 1
  if (field.axis === 'x') return { ...box, x: box.x + (at / steps) * box.w + edge, w: box.w / steps - 2 * edge }
  return { ...box, y: box.y + (1 - (at + 1) / steps) * box.h + edge, h: box.h / steps - 2 * edge }
}

function stepsOf({ min, max }: AxisField): number {
  return max - min + 1
}

/** What is written on a note: between the axes of its zone its place says the rest, and says it better. */
export function fieldsBesidePlace(
  fields: readonly ZoneField[],
  zone: { readonly axes?: object | undefined },
): readonly ZoneField[] {
  return zone.axes ? fields.filter((field) => field.kind !== 'scale' || field.axis === null) : fields
}
