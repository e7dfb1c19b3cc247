import type { PictureKeeper } from '../sync/pictures/picture-sender.ts'
import { openPictureStore, type PictureStore, type WaitingPicture } from './picture-store.ts'
import { openTimeoutMs, withTimeout } from './with-timeout.ts'

/**
 * Keeps pictures for as long as the server does not have them.
 *
 * @param writer - Who puts pictures on the board just now, as far as anybody knows.
 * @param onRefused - Told when the device does not take one.
 */
export function keepPictures(
  boardId: string,
  writer: () => string | undefined,
  onRefused: () => void,
): PictureKeeper & {
  /** @returns what waited in an earlier visit. */
  open(factory: IDBFactory): Promise<readonly WaitingPicture[]>
  close(): void
} {
  let store: PictureStore | undefined
  let isClosed = false
  /** What came before the store was open. */
  const waiting = new Map<string, WaitingPicture>()
  return {
    async open(factory) {
      try {
        const opening = openPictureStore(factory, boardId, onRefused)
        const opened = await withTimeout(opening, openTimeoutMs, (late) => late.close())
        if (isClosed) {
          opened.close()
          return []
        }
        store = opened
        const kept = await opened.readAll()
        for (const picture of waiting.values()) opened.keep(picture).catch(onRefused)
        waiting.clear()
        return kept
      } catch {
        onRefused()
        return []
      }
    },
    keep(added) {
      const picture = { ...added, writer: writer() }
      if (store) store.keep(picture).catch(onRefused)
      else waiting.set(picture.assetId, picture)
    },
    drop(assetId) {
      waiting.delete(assetId)
      store?.drop(assetId).catch(onRefused)
    },
    close() {
      isClosed = true
      store?.close()
    },
  }
}
