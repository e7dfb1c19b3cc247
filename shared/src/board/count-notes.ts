/** How many notes lie in each zone, by its key; `''` outside of all. */
export type NoteCounts = Readonly<Record<string, number>>

const countedOneByOne = new Set<unknown>(['note', 'text', 'image', 'geo'])

/** A drawing of many strokes counts once, arrows do not count. */
export function countNotes<Shape extends { readonly typeName: string; readonly type?: unknown }>(
  shapes: Iterable<Shape>,
  zoneKeyOf: (shape: Shape) => string | undefined,
): NoteCounts {
  const counts: Record<string, number> = {}
  const drawnIn = new Set<string>()
  for (const shape of shapes) {
    if (shape.typeName !== 'shape' || shape.type === 'arrow') continue
    const key = zoneKeyOf(shape) ?? ''
    if (!countedOneByOne.has(shape.type)) {
      if (drawnIn.has(key)) continue
      drawnIn.add(key)
    }
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

export function addCounts(all: Iterable<NoteCounts>): NoteCounts {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count
  return sum
}
