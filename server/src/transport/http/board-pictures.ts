import { createHash } from 'node:crypto'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { type PictureOptions, renderBoardPicture } from '#shared/picture/board-picture.ts'
import type { Picture } from './send-picture.ts'

/** A picture is some tens of kB: this many fit a dashboard's worth in a few MB. */
const maxKept = 200

type KeptPicture = Picture & { readonly version: string }

/** What is drawn: equal versions of one thing are equal pictures. */
export type Subject = {
  readonly id: string
  readonly version: string
  readonly readRecords: () => Promise<readonly BoardRecord[]>
}

export type BoardPictures = ReturnType<typeof createBoardPictures>

/** Draws boards from their records, anew only when they have changed. */
export function createBoardPictures() {
  const kept = new Map<string, KeptPicture>()

  return async (
    { id, version, readRecords }: Subject,
    { scheme, locale }: Pick<PictureOptions, 'scheme' | 'locale'>,
  ): Promise<Picture> => {
    const key = JSON.stringify([id, scheme, locale])
    const known = kept.get(key)
    if (known?.version === version) return known
    const svg = renderBoardPicture(await readRecords(), { scheme, locale })
    const picture = { version, svg, etag: createHash('sha256').update(`${version} ${key}`).digest('hex') }
    // Re-inserted at the end: the one that was not drawn for longest is dropped.
    kept.delete(key)
    kept.set(key, picture)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
    return picture
  }
}
