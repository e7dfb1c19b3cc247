export type Rank = { readonly rank: number; readonly isTied: boolean }

/**
 * Ranks as in competitions: equal scores share a rank, and those behind them have as many before them as their rank says.
 * Without a score above zero there is none.
 */
export function rankBy<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Map<Item, Rank> {
  const scores = items.map(scoreOf)
  const ranks = new Map<Item, Rank>()
  for (const [i, item] of items.entries()) {
    const score = scores[i] ?? 0
    if (score <= 0) continue
    const ahead = scores.filter((other) => other > score).length
    const isTied = scores.filter((other) => other === score).length > 1
    ranks.set(item, { rank: ahead + 1, isTied })
  }
  return ranks
}
