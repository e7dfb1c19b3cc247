export type Size = { readonly w: number; readonly h: number }

/** The longest side of a picture on a board: more than a wall shows, a third of what a phone makes. */
const longestSide = 2_560
const longestSideSparing = 1_600

/** The size in which a picture goes to the board: never larger than it is. */
export function fitPicture({ w, h }: Size, savesData: boolean): Size {
  const share = Math.min(1, (savesData ? longestSideSparing : longestSide) / Math.max(w, h))
  return { w: Math.max(1, Math.round(w * share)), h: Math.max(1, Math.round(h * share)) }
}
