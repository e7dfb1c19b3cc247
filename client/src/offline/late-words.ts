import type { BoardRecords } from '#shared/board/board-records.ts'
import type { AsideItem } from './kept-aside.ts'

/** What becomes of words that had not arrived when what was written alone was revealed. */
export type LateWords = {
  /** About a note that is on the board now under its own id. */
  readonly onBoard: readonly AsideItem[]
  /** Not revealed: still there, or never sent. */
  readonly inLayer: readonly AsideItem[]
  /** About a note that nobody can find any more: revealed without a name, or gone. */
  readonly lost: readonly AsideItem[]
}

export function sortLateWords(
  items: readonly AsideItem[],
  board: Pick<BoardRecords, 'has'>,
  layer: Pick<BoardRecords, 'has'>,
): LateWords {
  const late = { onBoard: [] as AsideItem[], inLayer: [] as AsideItem[], lost: [] as AsideItem[] }
  for (const item of items) {
    const { record, keys } = item.shape
    if (board.has(record.id)) late.onBoard.push(item)
    // With its base, it was made here and is whole.
    else if (layer.has(record.id) || keys.includes(record.id)) late.inLayer.push(item)
    else late.lost.push(item)
  }
  return late
}
