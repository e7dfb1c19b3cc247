/** What the page and its service worker call the same things. */

/** The app's code, one cache for each build. Nothing of anybody's is in it. */
export const appCachePrefix = 'tablecloth-app-'
/** Who is signed in here, as the server last said. */
export const personCacheName = 'tablecloth-person'
const boardCachePrefix = 'tablecloth-board-'

/** A board's description and pictures. */
export function boardCacheName(boardId: string): string {
  return boardCachePrefix + boardId
}

export function isBoardCache(name: string): boolean {
  return name.startsWith(boardCachePrefix)
}

/** From the page, once a board is open: keep what it takes to open it again without a line. */
export type KeepMessage = {
  readonly type: 'keep'
  readonly boardId: string
  /** Files that this page has loaded, its entry among them. */
  readonly files: readonly string[]
  /** On a slow line only what is here already is kept, not what a board's page may still ask for. */
  readonly isSparing: boolean
}
