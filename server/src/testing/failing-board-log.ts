import type { BoardLog } from '../domain/room/board-log.ts'

/** A board log whose disk can be full, slow, or broken. */
export type FailingBoardLog = BoardLog & {
  /** Appends fail from now on, or no longer. */
  setFull(isFull: boolean): void
  /** Appends wait from now on, until they are let go. */
  hold(): () => void
  /** Loads fail from now on, or no longer. */
  setUnreadable(isUnreadable: boolean): void
  readonly loads: number
  readonly appends: number
}

export function createFailingBoardLog(log: BoardLog): FailingBoardLog {
  let isFull = false
  let isUnreadable = false
  let held: Promise<void> = Promise.resolve()
  let loads = 0
  let appends = 0
  const appendGathered: BoardLog['appendGathered'] = async (gather) => {
    const gathered = gather()
    await held
    if (isFull) throw new Error('SQLITE_FULL')
    appends += 1
    return log.append(gathered.updates, gathered.reveals)
  }
  return {
    ...log,
    append: (updates, reveals) => appendGathered(() => ({ updates, ...(reveals && { reveals }) })),
    appendGathered,
    async beginEpoch(next) {
      await held
      if (isFull) throw new Error('SQLITE_FULL')
      return log.beginEpoch(next)
    },
    async load(boardId, olderThan) {
      loads += 1
      if (isUnreadable) throw new Error('SQLITE_IOERR')
      return log.load(boardId, olderThan)
    },
    setFull: (value) => {
      isFull = value
    },
    setUnreadable: (value) => {
      isUnreadable = value
    },
    hold() {
      let letGo = () => {}
      held = new Promise((resolve) => {
        letGo = resolve
      })
      return letGo
    },
    get loads() {
      return loads
    },
    get appends() {
      return appends
    },
  }
}
