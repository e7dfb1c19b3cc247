/** What somebody may write alone: single shapes, which can be shown one by one. */
export const layerShapeTypes: ReadonlySet<unknown> = new Set([
  ...['note', 'text', 'draw', 'highlight', 'line', 'geo', 'arrow', 'image'],
])
