import type { FeedContent, FeedItem } from '#shared/http/feeds.ts'
import { matchesWords } from '../../ui/matches-words.ts'

/** What is chosen, by board; a board of which nothing is chosen is not in it. */
export type Picks = ReadonlyMap<string, readonly string[]>

export function withPicks(picks: Picks, boardId: string, ids: readonly string[]): Picks {
  const next = new Map(picks)
  if (ids.length === 0) next.delete(boardId)
  else next.set(boardId, ids)
  return next
}

export function countPicks(picks: Picks): number {
  return [...picks.values()].reduce((sum, ids) => sum + ids.length, 0)
}

/** What is chosen at first: of the zones that feed this board what has votes, if anything has. */
export function suggestedPicks({ items }: FeedContent, zones: readonly string[]): readonly string[] {
  const voted = items.filter((item) => isFree(item) && item.votes > 0 && zones.includes(item.zone ?? ''))
  return voted.map(({ id }) => id)
}

export type Shown = { readonly zone: string; readonly typed: string }
export const everyZone = ''

/** What is listed, and can be chosen all at once. */
export function shownItems(items: readonly FeedItem[], { zone, typed }: Shown): readonly FeedItem[] {
  return items.filter(
    (item) =>
      (zone === everyZone || item.zone === zone) &&
      matchesWords([item.text, ...item.values.map(({ word }) => word)], typed),
  )
}

/** What the board has already is not brought twice. */
export function isFree({ isThere }: Pick<FeedItem, 'isThere'>): boolean {
  return !isThere
}
