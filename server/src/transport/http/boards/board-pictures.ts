import { type PictureOptions, renderBoardPicture } from '#shared/picture/board-picture.ts'
import type { RoomRegistry } from '../../../domain/room/room-registry.ts'

/** A picture is some tens of kB: this many fit a dashboard's worth in a few MB. */
const maxKept = 200

export type BoardPicture = { readonly svg: string; readonly version: string }

/** Draws a board from its committed records, anew only when they have changed. */
export function createBoardPictures(rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf'>) {
  const kept = new Map<string, BoardPicture>()

  return async (boardId: string, { scheme, locale }: Pick<PictureOptions, 'scheme' | 'locale'>) => {
    const key = JSON.stringify([boardId, scheme, locale])
    const version = await rooms.versionOf(boardId)
    const known = kept.get(key)
    if (known?.version === version) return known
    const picture = { version, svg: renderBoardPicture(await rooms.readRecords(boardId), { scheme, locale }) }
    // Re-inserted at the end: the one that was not drawn for longest is dropped.
    kept.delete(key)
    kept.set(key, picture)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
    return picture
  }
}
