import type { BoardRecord } from '#shared/board/board-records.ts'
import { addCounts, countNotes, type NoteCounts } from '#shared/board/count-notes.ts'
import { aloneStepOf } from '#shared/session/alone.ts'
import type { Session } from '#shared/session/session.ts'
import type { WriteRule } from '#shared/session/write-rule.ts'
import type { Room } from '../room/live-room.ts'

/** What is known of one board for the sake of its layers. */
export interface BoardAlone {
  session: Session | undefined
  /** A zone or a page of the board. */
  holder(id: string): BoardRecord | undefined
  zoneKeyOf(shape: BoardRecord): string | undefined
  rule(): WriteRule
  count(layerId: string, shapes: Iterable<BoardRecord>): void
  counts(): NoteCounts
  /** The board is being opened: its zones and pages are what they are now. */
  opened(board: Room): void
}

export function createBoardAlone(liveBoard: () => Room | undefined, session: Session | undefined): BoardAlone {
  /** As they were when the board was last seen, for while nobody is on it. */
  let holdersThen: ReadonlyMap<string, BoardRecord> = new Map()
  const byLayer = new Map<string, NoteCounts>()

  const holder = (id: string): BoardRecord | undefined => {
    const board = liveBoard()
    return board ? board.holder(id) : holdersThen.get(id)
  }
  const zoneKeyOf = ({ parentId }: BoardRecord): string | undefined => {
    const key = holder(String(parentId))?.props?.key
    return typeof key === 'string' ? key : undefined
  }

  const alone: BoardAlone = {
    session,
    holder,
    zoneKeyOf,
    rule() {
      const step = aloneStepOf(alone.session)
      if (!step?.isKeptToZones || step.zones.length === 0) return { place: 'anywhere' }
      return { place: 'zones', zones: step.zones }
    },
    count(layerId, shapes) {
      byLayer.set(layerId, countNotes(shapes, zoneKeyOf))
    },
    counts: () => addCounts(byLayer.values()),
    opened(board) {
      holdersThen = new Map(board.holders().map((record) => [record.id, record]))
    },
  }
  return alone
}
