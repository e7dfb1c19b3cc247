import type { Plot, Point } from './drawing/plan.ts'
import type { ScaleField, ZoneField } from './zone-fields.ts'

/** A scale that a place on the background says. */
export type AxisField = ScaleField & { readonly axis: 'x' | 'y' }

export function axisFields(fields: readonly ZoneField[]): readonly AxisField[] {
  return fields.filter((field): field is AxisField => field.kind === 'scale' && field.axis !== null)
}

/**
 * Each step has a band of the plot, from the left and from below: of ten, five lie on each side of the middle. The first
 * and the last one reach to the plot's edges.
 *
 * @returns undefined beside the plot
 */
export function valueAt(field: AxisField, plot: Plot, { x, y }: Point): number | undefined {
  const [across, up] = [x - plot.x, plot.y + plot.h - y]
  if (!(across >= 0 && across <= plot.w && up >= 0 && up <= plot.h)) return undefined
  const { first, step } = stepsOf(field, plot)
  const at = Math.floor(((field.axis === 'x' ? across : up) - first) / step + 0.5)
  return Math.min(field.max, Math.max(field.min, field.min + at))
}

/** The middle of the value's band, for what lies at this place now. */
export function placeFor(field: AxisField, plot: Plot, value: number, { x, y }: Point): Point {
  const { first, step } = stepsOf(field, plot)
  const along = first + (value - field.min) * step
  return field.axis === 'x' ? { x: plot.x + along, y } : { x, y: plot.y + plot.h - along }
}

/** Of the plot, whose other side may be a band already, what lies in the value's band, clear of its neighbours. */
export function bandFor(field: AxisField, plot: Plot, value: number): Plot {
  const { first, step } = stepsOf(field, plot)
  const from = first + (value - field.min - 0.5) * step
  const edge = 1
  if (field.axis === 'x') return { ...plot, x: plot.x + from + edge, w: step - 2 * edge }
  return { ...plot, y: plot.y + plot.h - from - step + edge, h: step - 2 * edge }
}

/** How far from the plot's edge the middle of the first step lies, and that of each further one from the one before. */
function stepsOf({ axis, min, max }: AxisField, plot: Plot): { readonly first: number; readonly step: number } {
  const [length, count] = [axis === 'x' ? plot.w : plot.h, max - min + 1]
  const first = Math.max(length / count / 2, Math.min(plot.edge, length / 4))
  return { first, step: (length - 2 * first) / (count - 1) }
}

/** What is written on a note: between the axes of its zone its place says the rest, and says it better. */
export function fieldsBesidePlace(
  fields: readonly ZoneField[],
  zone: { readonly axes?: object | undefined },
): readonly ZoneField[] {
  return zone.axes ? fields.filter((field) => field.kind !== 'scale' || field.axis === null) : fields
}
