import type { BoardRecord } from '#shared/board/board-records.ts'
import type { WriteRule } from '#shared/session/write-rule.ts'

/** What a room has to do with the board around it when it is somebody's own layer. */
export type LayerHooks = {
  /** A zone or a page of the board, in which shapes of the layer may lie. */
  holder(id: string): BoardRecord | undefined
  /** Where in the layer its owner may write right now. */
  rule(): WriteRule
  /** Something in it has become durable. @param shapes - all of them */
  changed(shapes: () => Iterable<BoardRecord>): void
}
