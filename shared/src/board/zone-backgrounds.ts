/**
 * Quiet lines behind a zone's content, and what each takes to be drawn. Labels are drawn by each reader in her own
 * language. The order of `labels` is the order in which the drawing uses them.
 */
export type BackgroundRule = {
  /** How many `labels` it can show. */
  readonly labels: readonly [least: number, most: number]
  /** How many `rows` it can show; none where it has no rows. */
  readonly rows?: readonly [least: number, most: number]
  /** Takes two `axes`. */
  readonly hasAxes?: true
  /** Takes a number of `frames`. */
  readonly frames?: readonly [least: number, most: number]
}

const backgrounds = {
  plain: { labels: [0, 0] },
  /** A tablecloth; labels share a strip along its edge. */
  cloth: { labels: [0, 3] },
  /** Side by side, headed by the labels. */
  columns: { labels: [1, 8] },
  /** A place for each single note. */
  grid: { labels: [0, 0] },
  /** One below the other; as lanes by time the labels name the actors or areas. */
  lanes: { labels: [1, 8] },
  islands: { labels: [0, 2] },
  /** Chevrons from left to right. */
  steps: { labels: [1, 10] },
  /** A card for each label. */
  cards: { labels: [1, 15] },
  target: { labels: [0, 2] },
  /** Two axes with their ends; labels: top left, top right, bottom left, bottom right. */
  quadrants: { labels: [4, 4], hasAxes: true },
  /** `labels` head the columns, `rows` the rows: interview grid, maturity map, results table, blueprint, roadmap. */
  table: { labels: [1, 12], rows: [1, 14] },
  /** A table of stages, one row of which is a curve drawn from the values of a field. */
  journey: { labels: [2, 10], rows: [2, 12] },
  /** One in the other; labels from the middle outwards. */
  rings: { labels: [2, 5] },
  /** A slice for each label, clockwise from the top, filled as far as its notes' ratings say. */
  wheel: { labels: [3, 8] },
  /** Columns through which cards travel. */
  kanban: { labels: [2, 8] },
  /** Numbered frames with room for a line below each; labels caption the first ones. */
  storyboard: { labels: [0, 15], frames: [3, 16] },
  /** One person's sheet: notes, ideas, eight small panels, a sketch of three panels. */
  sheet: { labels: [4, 4] },
  /** Three horizons over time; labels: the first, second and third. */
  curves: { labels: [3, 3], hasAxes: true },
  /** From today at the tip to the horizon year; labels from the middle outwards, the last one outside. */
  cone: { labels: [2, 5], hasAxes: true },
  /** Labels: wind in the sail, anchor, rocks, island. */
  sailboat: { labels: [2, 4] },
  /** A head in profile; labels share it from left to right. */
  head: { labels: [1, 3] },
  /** Labels: crown, trunk, roots. */
  tree: { labels: [3, 3] },
} as const satisfies Readonly<Record<string, BackgroundRule>>

export type ZoneBackground = keyof typeof backgrounds
export const zoneBackgrounds = Object.keys(backgrounds) as readonly ZoneBackground[]
export const backgroundRules: Readonly<Record<ZoneBackground, BackgroundRule>> = backgrounds
