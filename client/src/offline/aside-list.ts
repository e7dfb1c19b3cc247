import { createWritable, type Readable } from '../sync/readable.ts'
import type { BoardStore } from './board-store.ts'
import type { AsideItem } from './kept-aside.ts'

/** What was kept aside of one board, the newest first. Where the device keeps nothing it lasts as long as the tab. */
export interface AsideList {
  readonly items: Readable<readonly AsideItem[]>
  /** From now on changes are stored, too. */
  storeIn(store: BoardStore): void
  /** Takes in what is stored already. */
  show(stored: readonly AsideItem[]): void
  add(items: readonly AsideItem[]): void
  remove(items: readonly AsideItem[]): void
}

/** @param onRefused - Told when the device does not take a change. */
export function createAsideList(onRefused: () => void): AsideList {
  const items = createWritable<readonly AsideItem[]>([])
  let store: BoardStore | undefined

  const change = (added: readonly AsideItem[], removed: readonly AsideItem[]) => {
    items.set(
      [...added, ...items.get().filter((item) => !removed.includes(item) && !isAmong(added, item))].sort(
        (a, b) => b.atMs - a.atMs,
      ),
    )
  }
  const write = (added: readonly AsideItem[], removed: readonly AsideItem[]) => {
    const ids = removed.map(({ id }) => id)
    store?.changeAside(added, ids).catch(onRefused)
  }

  return {
    items,
    storeIn(opened) {
      store = opened
    },
    show: (stored) => change(stored, []),
    add(added) {
      if (added.length === 0) return
      // The same shape for the same reason is the same thing once more: the later one has what the earlier one had.
      const replaced = items.get().filter((item) => !isAmong(added, item) && added.some(isAbout(item)))
      change(added, replaced)
      write(added, replaced)
    },
    remove(removed) {
      const ids = removed.map(({ id }) => id)
      const present = items.get().filter(({ id }) => ids.includes(id))
      change([], present)
      write([], present)
    },
  }
}

function isAmong(items: readonly AsideItem[], { id }: AsideItem): boolean {
  return items.some((item) => item.id === id)
}

function isAbout({ shape, reason }: AsideItem) {
  return (item: AsideItem) => item.shape.record.id === shape.record.id && item.reason === reason
}
