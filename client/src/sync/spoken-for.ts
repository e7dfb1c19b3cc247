import type { BoardCopy } from './board-copy.ts'

/**
 * Two people may share a device. What waits on it is sent only once the server has said for whom the line speaks, and
 * never when that is somebody else than who wrote it.
 */
export interface SpokenFor {
  /** Runs at once where nothing waits here, else when it is known that what waits is this person's. */
  whenKnown(run: () => void): void
  /** The server's word. @returns false when this line is of no use. */
  is(participantId: string): boolean
  forget(): void
}

export function createSpokenFor(copy: BoardCopy | undefined): SpokenFor {
  let isKnown = false
  let waiting: (() => void)[] = []
  return {
    whenKnown(run) {
      if (isKnown || !copy?.hasUnsaved()) run()
      else waiting.push(run)
    },
    is(participantId) {
      if (copy && !copy.speaksFor(participantId)) return false
      isKnown = true
      const runs = waiting
      waiting = []
      for (const run of runs) run()
      return true
    },
    forget() {
      isKnown = false
      waiting = []
    },
  }
}
