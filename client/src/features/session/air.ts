import type { Reaction, ReactionCounts } from '#shared/protocol/reactions.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'

/** What people say without a word, one's own among it. */
export interface Air {
  /** More of it than the server tells on is passed over. */
  react(reaction: Reaction): void
  listen(listener: (counts: ReactionCounts) => void): () => void
}

/** As often as the server tells of one person (`maxReactionsPerSecond`). */
const everyMs = 200

export function createAir(line: Pick<BoardConnection, 'react' | 'onReactions'>, nowMs: () => number): Air {
  const listeners = new Set<(counts: ReactionCounts) => void>()
  let lastAtMs = Number.NEGATIVE_INFINITY
  const tell = (counts: ReactionCounts) => {
    for (const listener of [...listeners]) listener(counts)
  }
  return {
    react(reaction) {
      if (nowMs() - lastAtMs < everyMs) return
      // What nobody else would see is not shown to her either.
      if (!line.react(reaction)) return
      lastAtMs = nowMs()
      tell(new Map([[reaction, 1]]))
    },
    listen(listener) {
      listeners.add(listener)
      const stop = line.onReactions(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}
