import type { BoardConnection, SavingStatus } from '../sync/board-connection.ts'
import { joinReadables } from '../sync/join-readables.ts'
import type { BoardOnDevice } from './board-on-device.ts'
import type { AsideItem } from './kept-aside.ts'
import type { OwnLayer } from './own-layer.ts'

/** A board with what this person writes alone on it, as one: what waits, what was kept aside, whether it is safe. */
export function withOwnLayer(device: BoardOnDevice, own: OwnLayer): BoardOnDevice {
  const ownOf = (items: readonly AsideItem[]) => items.filter((item) => own.aside.get().includes(item))
  const boardsOf = (items: readonly AsideItem[]) => items.filter((item) => !own.aside.get().includes(item))
  /** Whose it was, for when it is taken back. */
  const thrownOfOwn = new Set<AsideItem>()
  return {
    ...device,
    isKept: joinReadables(device.isKept, own.isKept, (a, b) => a && b),
    aside: joinReadables(device.aside, own.aside, (a, b) => (b.length === 0 ? a : [...a, ...b])),
    isAlone: (item) => own.aside.get().includes(item),
    putOnBoard(items) {
      const [alone, others] = [ownOf(items), boardsOf(items)]
      own.putBack(alone)
      if (others.length > 0) device.putOnBoard(others)
    },
    throwAway(items) {
      const [alone, others] = [ownOf(items), boardsOf(items)]
      for (const item of alone) thrownOfOwn.add(item)
      own.throwAway(alone)
      device.throwAway(others)
    },
    takeBack(items) {
      own.takeBack(items.filter((item) => thrownOfOwn.has(item)))
      device.takeBack(items.filter((item) => !thrownOfOwn.has(item)))
    },
  }
}

/** The line of the board, with what waits on both. */
export function withOwnSaving(line: BoardConnection, own: OwnLayer): BoardConnection {
  return { ...line, saving: joinReadables(line.saving, own.saving, joinSaving) }
}

const worstFirst = ['not-saved', 'offline', 'saving'] as const

function joinSaving(board: SavingStatus, own: SavingStatus): SavingStatus {
  if (own.status === 'saved' || own.unsaved === 0) return board
  if (board.status === 'saved' || board.unsaved === 0) return own
  const status = worstFirst.find((each) => board.status === each || own.status === each) ?? 'saving'
  return { status, unsaved: board.unsaved + own.unsaved }
}
