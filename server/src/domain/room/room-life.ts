import type { RoomClock } from './clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import type { Snapshots } from './snapshots.ts'

/** How long a room is in memory: while somebody is there or something is not stored yet, and some time after. */
export interface RoomLife {
  /** It takes nobody and nothing more. */
  readonly isEnding: boolean
  readonly isOver: boolean
  /** Somebody has left, or something is stored: there may be no reason left to go on. */
  review(): void
  /** Somebody has come. */
  keep(): void
  end(): void
  /** @returns once all that came before is committed. */
  endCommitted(): Promise<void>
}

const tendEveryMs = 1_000

export function createRoomLife(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly queue: Pick<CommitQueue, 'isIdle' | 'afterCommit'>
  readonly snapshots: Pick<Snapshots, 'isDue' | 'isSaving' | 'save'>
  readonly emptyRoomKeptMs: number
  /** About once a second. */
  readonly onTend: () => void
  /** Everybody has left, all is committed, and nobody came back. */
  readonly onOver: () => void
}): RoomLife {
  const { connections, clock, queue, snapshots, emptyRoomKeptMs } = ports
  let isEnding = false
  let isOver = false
  let stopUnloading: (() => void) | undefined

  const review = () => {
    if (connections.size > 0 || isOver || stopUnloading || !queue.isIdle || snapshots.isSaving) return
    stopUnloading = clock.after(isEnding ? 0 : emptyRoomKeptMs, () => {
      stopUnloading = undefined
      if (connections.size > 0) return
      if (!isEnding) saveIfDue()
      if (!queue.isIdle || snapshots.isSaving) return
      isOver = true
      stopTending()
      ports.onOver()
    })
  }

  const saveIfDue = () => {
    const isEmptyRoom = connections.size === 0
    if (snapshots.isDue(isEmptyRoom)) void snapshots.save(isEmptyRoom).then(review)
  }

  const tend = () => {
    ports.onTend()
    saveIfDue()
    stopTending = clock.after(tendEveryMs, tend)
  }
  let stopTending = clock.after(tendEveryMs, tend)

  return {
    get isEnding() {
      return isEnding
    },
    get isOver() {
      return isOver
    },
    review,
    keep() {
      stopUnloading?.()
      stopUnloading = undefined
    },
    end() {
      isEnding = true
    },
    async endCommitted() {
      isEnding = true
      await new Promise<void>((resolve) => queue.afterCommit(resolve))
    },
  }
}
