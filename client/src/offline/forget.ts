import { databaseName, openBoardStore } from './board-store.ts'
import { boardCacheName, isBoardCache, personCacheName } from './cache-names.ts'
import { answerOf } from './idb.ts'
import { listKnownBoards, unlistBoard } from './known-boards.ts'
import { isLayerOf } from './layer-key.ts'
import { openPictureStore, pictureDatabaseName } from './picture-store.ts'

/**
 * Removes all that this device keeps of a board, what people wrote alone on it as well. Tabs that have it open let go of
 * it, and say that nothing is kept.
 */
export async function forgetBoard(boardId: string): Promise<void> {
  const layers = (await listKeptBoards()).filter((key) => isLayerOf(boardId, key))
  await Promise.all([boardId, ...layers].map(forgetCopy))
}

/** One copy: of a board, or of what one person wrote alone on it. */
export async function forgetCopy(boardId: string): Promise<void> {
  await Promise.all([
    deleteDatabase(databaseName(boardId)),
    deleteDatabase(pictureDatabaseName(boardId)),
    dropAnswers(boardId),
  ])
  unlistBoard(localStorage, boardId)
}

/** The same for all boards, and for who was signed in. */
export async function forgetAllBoards(): Promise<void> {
  await Promise.all([
    ...(await listKeptBoards()).map(forgetCopy),
    deleteCaches((name) => name === personCacheName || isBoardCache(name)),
  ])
}

/** Removes a board's description and pictures, and leaves what was written here. */
export async function dropAnswers(boardId: string): Promise<void> {
  await deleteCaches((name) => name === boardCacheName(boardId))
}

/** Changes that no board has: not saved yet, kept aside, or pictures that the server does not have. */
export async function countOnlyHere(): Promise<number> {
  const counts = (await listKeptBoards()).map(async (boardId) => {
    const store = await openBoardStore(indexedDB, boardId, () => undefined)
    const { unsaved, aside } = await store.count()
    store.close()
    const pictures = await openPictureStore(indexedDB, boardId, () => undefined)
    const waiting = await pictures.count()
    pictures.close()
    return unsaved + aside + waiting
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

async function listKeptBoards(): Promise<string[]> {
  try {
    return listKnownBoards(localStorage)
  } catch {
    // Where the list cannot be kept, nothing was kept.
    return []
  }
}

async function deleteDatabase(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name))
}

async function deleteCaches(isMeant: (name: string) => boolean): Promise<void> {
  // On plain http there are none.
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(names.filter(isMeant).map((name) => caches.delete(name)))
}
