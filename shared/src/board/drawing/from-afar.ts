import type { TextBox, ZonePlan } from './plan.ts'

/** Pixels on the screen from which on words are read and not only seen. */
const headingPx = 15
const labelPx = 10

/** Of a board that fills a laptop's screen, a third of this: nobody sees steps that are smaller. */
const stepFactor = 1.08

export type Reading = 'heading' | 'label'

/**
 * The size of words when the board is shown at this zoom: what would be too small to be read grows as far as its room goes,
 * so that a whole board is a map of its headings.
 */
export function sizeAt({ size, most }: Pick<TextBox, 'size' | 'most'>, zoom: number, reading: Reading): number {
  const px = reading === 'heading' ? headingPx : labelPx
  return Math.min(most, Math.max(size, px / zoom))
}

/** From afar the heading has the room of the prompt, which nobody could read. */
export function showsPrompt({ heading }: Pick<ZonePlan, 'heading'>, zoom: number): boolean {
  return heading.size * zoom >= headingPx
}

/** The zoom in steps, so that zones are not drawn anew with each frame in which somebody zooms. */
export function steppedZoom(zoom: number): number {
  return stepFactor ** Math.floor(Math.log(Math.min(1, Math.max(0.01, zoom))) / Math.log(stepFactor))
}
