/** A file's address, what is sent of it and what it is unpacked. */
export type Part = readonly [url: string, sentBytes: number, bytes: number]

/** What a page cannot know of itself: what comes after it, and how much that is. Made by `client/build/list-parts.ts`. */
export type Parts = {
  /** What a board's page needs beyond what every page has, then what its canvas needs beyond that. */
  readonly board: readonly Part[]
  readonly canvas: readonly Part[]
  /** For each language the words that every page needs first, those of the board, and what to say until the first are here. */
  readonly words: Readonly<
    Record<string, { readonly first: string; readonly board: readonly Part[]; readonly noLine: string }>
  >
}

/** The files of the board's page and of its canvas; none in development, where nothing is built. */
export function listedParts(language: string): { readonly page: readonly Part[]; readonly canvas: readonly Part[] } {
  const list = document.getElementById('parts')?.textContent
  if (!list) return { page: [], canvas: [] }
  const { board, canvas, words } = JSON.parse(list) as Parts
  return { page: [...(words[language]?.board ?? []), ...board], canvas }
}
