import type { BoardLog } from '../room/board-log.ts'
import type { RoomClock } from '../room/clock.ts'

const againAfterMs = 5_000

/**
 * Empties the write-ahead log of what was erased. Those who ask while it is being emptied share the next time: it takes
 * the store's writer, and a room that shows its notes all at once asks a hundred times.
 *
 * @returns resolves when everything that was erased before the call is gone, or it will be tried again
 */
export function createWipe(log: Pick<BoardLog, 'wipe'>, clock: Pick<RoomClock, 'after'>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  let isTriedAgain = false

  const wipeNow = async (): Promise<void> => {
    waiting = undefined
    if (await log.wipe()) return
    if (isTriedAgain) return
    isTriedAgain = true
    clock.after(againAfterMs, () => {
      isTriedAgain = false
      void wipe()
    })
  }
  const wipe = (): Promise<void> => {
    if (!waiting) {
      waiting = last.then(wipeNow)
      last = waiting.catch(() => undefined)
    }
    return waiting
  }
  return wipe
}
