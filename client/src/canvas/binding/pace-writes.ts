import { type RecordsDiff, squashRecordDiffs, type TLRecord } from 'tldraw'
import { isBoardRecord } from '#shared/board/record-schema.ts'

/**
 * How many values of a movement become past ones each second. Yjs joins the past values of one key as long as no other
 * key was written in between, so one note that is dragged costs nothing; of several that move together it keeps each
 * for ever, some 200 bytes in the memory of whoever comes.
 */
const pastValuesPerSecond = 60
/** However many move: what others see is still a movement, and its end is soon there. */
const longestPauseMs = 250

export interface PacedWrites {
  /** Takes in what this person changed in one frame. It is written at once or soon, with what follows it. */
  take(changes: RecordsDiff<TLRecord>): void
  /** Writes what waits, now. */
  writeNow(): void
  /** True when a change of one of these records waits. */
  isWaiting(ids: Iterable<string>): boolean
}

export type PacedWritesPorts = {
  /** @returns how many keys of documents were written. */
  readonly write: (changes: RecordsDiff<TLRecord>) => number
  /** Ids of the records with changes that wait, whenever they may have become others. */
  readonly tellWaiting: (ids: readonly string[]) => void
}

/**
 * Lets many values that change again and again go out less often. The first of a movement goes at once, and then the
 * more keys were written the longer those after it wait; whatever is more than new values of what is there never waits.
 */
export function paceWrites({ write, tellWaiting }: PacedWritesPorts): PacedWrites {
  let waiting: RecordsDiff<TLRecord> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pausedUntilMs = 0

  const writeNow = () => {
    clearTimeout(timer)
    timer = undefined
    if (!waiting) return
    const changes = waiting
    waiting = undefined
    const keyCount = write(changes)
    pausedUntilMs = Math.max(pausedUntilMs, performance.now() + pauseAfterMs(keyCount))
    tellWaiting([])
  }

  return {
    take(changes) {
      waiting = waiting ? squashRecordDiffs([waiting, changes]) : changes
      const pauseMs = pausedUntilMs - performance.now()
      if (pauseMs <= 0 || !mayWait(changes)) {
        writeNow()
        return
      }
      timer ??= setTimeout(writeNow, pauseMs)
      tellWaiting(Object.keys(waiting.updated))
    },
    writeNow,
    isWaiting(ids) {
      if (!waiting) return false
      for (const id of ids) if (Object.hasOwn(waiting.updated, id)) return true
      return false
    },
  }
}

function pauseAfterMs(keyCount: number): number {
  return keyCount > 1 ? Math.min(longestPauseMs, (keyCount * 1_000) / pastValuesPerSecond) : 0
}

/** Ties decide what else is shown, so what waits must not change any: two of them could come to lie in each other. */
const ties = ['parentId', 'index', 'fromId', 'toId'] as const

function mayWait({ added, updated, removed }: RecordsDiff<TLRecord>): boolean {
  if (Object.keys(added).length > 0 || Object.keys(removed).length > 0) return false
  return Object.values(updated).every(
    ([from, to]) =>
      isBoardRecord(from) &&
      isBoardRecord(to) &&
      ties.every((field) => from[field] === to[field]) &&
      from.props?.richText === to.props?.richText,
  )
}
