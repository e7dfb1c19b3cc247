/** A thing on the board and where its middle is. */
export type Placed<T> = { readonly item: T; readonly x: number; readonly y: number; readonly h: number }

/**
 * As a person reads: rows from above, each from the side her script begins at. What overlaps a row by half its height
 * belongs to it, since nobody puts notes on a ruler.
 */
export function inReadingOrder<T>(placed: readonly Placed<T>[], dir: 'ltr' | 'rtl'): T[] {
  const rows: Placed<T>[][] = []
  for (const next of [...placed].sort((a, b) => a.y - b.y)) {
    const row = rows[rows.length - 1]
    const first = row?.[0]
    if (row && first && next.y - first.y < Math.max(first.h, next.h) / 2) row.push(next)
    else rows.push([next])
  }
  const sign = dir === 'rtl' ? -1 : 1
  return rows.flatMap((row) => row.sort((a, b) => sign * (a.x - b.x)).map(({ item }) => item))
}
