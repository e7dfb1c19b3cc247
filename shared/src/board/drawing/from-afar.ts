import type { Box, TextBox, ZonePlan } from './plan.ts'

/** Pixels on the screen from which on words are read and not only seen. */
const headingPx = 15
const labelPx = { least: 10, most: 18 }
/** Below, words are grey lines that only disturb the picture. */
const readablePx = 7.5
/** A label grows with its zone until it fills a projector, and stays smaller than the heading, which is 72 of these. */
const labelUnits = 50

/** Of a board that fills a laptop's screen, a third of this: nobody sees steps that are smaller. */
const stepFactor = 1.08

export type Reading = 'heading' | 'label'

/**
 * The size of words when the board is shown at this zoom: what would be too small to be read grows as far as its room goes,
 * so that a whole board is a map of its headings.
 */
export function sizeAt({ size, most }: Pick<TextBox, 'size' | 'most'>, zoom: number, reading: Reading): number {
  const px = reading === 'heading' ? headingPx : Math.min(labelPx.most, Math.max(labelPx.least, labelUnits * zoom))
  return Math.min(most, Math.max(size, px / zoom))
}

/** Whether a label says anything at this zoom: what nobody could read is left out. */
export function isReadAt(label: Pick<TextBox, 'size' | 'most'>, zoom: number): boolean {
  return sizeAt(label, zoom, 'label') * zoom >= readablePx
}

/** From afar the heading has the room of the prompt, which nobody could read. */
export function showsPrompt({ heading, prompt }: Pick<ZonePlan, 'heading' | 'prompt'>, zoom: number): boolean {
  return heading.size * zoom >= headingPx && isReadAt(prompt, zoom)
}

/** The zoom in steps, so that zones are not drawn anew with each frame in which somebody zooms. */
export function steppedZoom(zoom: number): number {
  return stepFactor ** Math.floor(Math.log(Math.min(1, Math.max(0.01, zoom))) / Math.log(stepFactor))
}

/** What a zone is shown on when everybody is to read it: a projector, without what lies around the canvas. */
const projector = { w: 1_920, h: 1_000 }

/** How many times as large a zone is shown when it fills a projector's screen. */
export function zoomOnProjector({ w, h }: Pick<Box, 'w' | 'h'>): number {
  return Math.min(projector.w / w, projector.h / h)
}
