import { currentLanguage } from '../../i18n/languages.ts'
import { createWritable, type Readable } from '../../sync/readable.ts'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'
import { fetchParts, type PartsProgress } from './fetch-parts.ts'
import { listedParts } from './listed-parts.ts'

/** Each settles when its files are in the browser's cache, or cannot be had: importing them says then what is wrong. */
export type BoardCode = { readonly page: Promise<unknown>; readonly canvas: Promise<unknown> }

const keptKey = 'tablecloth.board-code'
const progress = createWritable<PartsProgress | undefined>(undefined)
let fetched: BoardCode | undefined

/** How much of the board's code has come; nothing while none is on its way. */
export const boardCodeProgress: Readable<PartsProgress | undefined> = progress

/**
 * Brings all files of the board's page into the browser's cache, counting what comes, so that importing them afterwards
 * asks for nothing. A browser tells nothing of a module on its way, and on a poor line these take a minute.
 */
export function fetchBoardCode(): BoardCode {
  fetched ??= fetchOnce()
  return fetched
}

function fetchOnce(): BoardCode {
  const { page, canvas } = listedParts(currentLanguage())
  const parts = [...page, ...canvas]
  const version = parts.map(([url]) => url).join(' ')
  // They are in the cache already: reading them all only to see that would cost a slow phone half a second.
  if (parts.length === 0 || keptOnDevice(keptKey) === version) {
    return { page: Promise.resolve(), canvas: Promise.resolve() }
  }
  const files = fetchParts(parts, progress.set)
  const all = Promise.all(files).then(() => keepOnDevice(keptKey, version))
  const done = all.catch(() => undefined).then(() => progress.set(undefined))
  return { page: Promise.allSettled(files.slice(0, page.length)), canvas: done }
}
