import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import { maxWaitingPictures } from '#shared/limits.ts'
import { type PictureOptions, renderBoardPicture } from '#shared/picture/board-picture.ts'
import type { Picture } from './send-picture.ts'

/** A picture is some tens of kB: this many fit a dashboard's worth in a few MB. */
const maxKept = 200

/** What is rested after drawing, as a multiple of what it took. */
const restForWork = 3

type KeptPicture = Picture & { readonly version: string }

/** What is drawn: equal versions of one thing are equal pictures. */
export type Subject = {
  readonly id: string
  readonly version: string
  readonly readRecords: () => Promise<readonly BoardRecord[]>
}

export type BoardPictures = ReturnType<typeof createBoardPictures>

/**
 * Draws boards from their records, anew only when they have changed. Drawing holds up everybody's edits for some
 * milliseconds: who asks for what is being drawn waits for that drawing, and drawings follow one another and together take
 * a quarter of the time at most.
 */
export function createBoardPictures() {
  const kept = new Map<string, KeptPicture>()
  const drawing = new Map<string, Promise<KeptPicture>>()
  let last: Promise<unknown> = Promise.resolve()

  const keep = (key: string, picture: KeptPicture) => {
    // Re-inserted at the end: the one that was not drawn for longest is dropped.
    kept.delete(key)
    kept.set(key, picture)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
  }

  const draw = (key: string, { version, readRecords }: Subject, options: PictureOptions): Promise<KeptPicture> => {
    if (drawing.size >= maxWaitingPictures) throw new DomainError('too_many_requests', { retryAfterSeconds: 2 })
    let tookMs = 0
    const drawn = last
      .then(async () => {
        const records = await readRecords()
        const startedAtMs = performance.now()
        const svg = renderBoardPicture(records, options)
        tookMs = performance.now() - startedAtMs
        const etag = createHash('sha256').update(`${version} ${key}`).digest('hex')
        const picture = { version, svg, etag }
        keep(key, picture)
        return picture
      })
      .finally(() => drawing.delete(key))
    last = drawn.catch(() => undefined).then(() => pause(tookMs * restForWork, undefined, { ref: false }))
    drawing.set(key, drawn)
    return drawn
  }

  return async (subject: Subject, { scheme, locale }: Pick<PictureOptions, 'scheme' | 'locale'>): Promise<Picture> => {
    const key = JSON.stringify([subject.id, scheme, locale])
    const known = kept.get(key)
    if (known?.version === subject.version) return known
    return drawing.get(key) ?? draw(key, subject, { scheme, locale })
  }
}
