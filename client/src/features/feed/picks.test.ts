import { expect, test } from 'vitest'
import type { FeedContent, FeedItem } from '#shared/http/feeds.ts'
import { countPicks, everyZone, shownItems, suggestedPicks, withPicks } from './picks.ts'

function item(id: string, overrides: Partial<FeedItem> = {}): FeedItem {
  return {
    id,
    kind: 'note',
    zone: 'chosen',
    text: id,
    values: [],
    picture: null,
    votes: 0,
    isThere: false,
    ...overrides,
  }
}
const items = [
  item('voted', { votes: 3 }),
  item('voted elsewhere', { votes: 9, zone: 'parking' }),
  item('there', { votes: 2, isThere: true }),
  item('plain'),
]
const ids = (list: readonly FeedItem[]) => list.map(({ id }) => id)

test('of the zones that feed the board, what was voted for is chosen at first, but for what is there already', () => {
  expect(suggestedPicks({ items } as FeedContent, ['chosen'])).toEqual(['voted'])
  expect(suggestedPicks({ items } as FeedContent, [])).toEqual([])
})

test('what is listed can be narrowed to a zone and by words', () => {
  expect(ids(shownItems(items, { zone: 'parking', typed: '' }))).toEqual(['voted elsewhere'])
  expect(ids(shownItems(items, { zone: everyZone, typed: 'PLA' }))).toEqual(['plain'])
})

test('things of several boards are chosen together', () => {
  const picks = withPicks(withPicks(new Map(), 'one', ['a', 'b']), 'two', ['a'])
  expect(countPicks(picks)).toBe(3)
  expect([...withPicks(picks, 'one', []).keys()]).toEqual(['two'])
})
