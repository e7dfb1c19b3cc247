/** Where a row is on the screen. */
export type RowBox = { readonly top: number; readonly height: number }

/**
 * Which place a dragged row takes, counted among all rows as they stand: the place before the first row whose middle is
 * below the pointer.
 */
export function dropPlace(rows: readonly RowBox[], y: number): number {
  const at = rows.findIndex(({ top, height }) => y < top + height / 2)
  return at === -1 ? rows.length : at
}

/** The index that a row has once it is put before the row at `place`; the same as before where nothing moves. */
export function indexAfterDrop(from: number, place: number): number {
  return place > from ? place - 1 : place
}

/** After which one an item comes to stand at `to`; null at the beginning. */
export function idBefore(ids: readonly string[], from: number, to: number): string | null {
  const others = ids.filter((_, i) => i !== from)
  return others[to - 1] ?? null
}
