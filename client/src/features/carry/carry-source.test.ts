import { expect, test } from 'vitest'
import type { ResultTarget } from '#shared/session/votes/round.ts'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { likelyZones, offersFrom } from './carry-source.ts'

function item(id: string, zoneKey: string): BoardItem {
  return { ...{ id, zoneKey, zoneId: `shape:zone-${zoneKey}` }, kind: 'note', text: id, origin: undefined }
}
function target(targetId: string, rank: number): ResultTarget {
  const counts = { votes: 3, superVotes: 0, rank, isTied: false, superRank: null }
  return {
    targetId,
    kind: 'note',
    zone: 'wall',
    text: `${targetId} as it was`,
    isGone: false,
    ...counts,
  } as ResultTarget
}
const items = [item('a', 'wall'), item('b', 'wall'), item('c', 'parking')]
const said = (offers: ReturnType<typeof offersFrom>) =>
  offers.map((offer) => [offer.what, ...offer.items.map(({ id }) => id)])

test('of a step’s zones all can be carried on, or what is selected there, or what came first in its vote', () => {
  const source = { zoneKeys: ['wall'], stepId: 'vote' }
  expect(said(offersFrom(source, items, [], []))).toEqual([['all', 'a', 'b']])
  expect(said(offersFrom(source, items, ['b', 'c'], [target('a', 1)], ['b', 'c']))).toEqual([
    ['chosen', 'b'],
    ['first', 'a'],
    ['fitting', 'b'],
    ['all', 'a', 'b'],
  ])
})

test('what came first and was taken off the board since is carried on as its words', () => {
  const [first] = offersFrom({ zoneKeys: ['wall'] }, items, [], [target('gone', 1)])
  expect(first?.items).toEqual([{ id: 'gone', text: 'gone as it was', zoneKey: 'wall', origin: undefined }])
})

test('it goes where it was asked to go, else where a step with these zones sends it, else to another zone', () => {
  const zones = ['wall', 'parking', 'brief', 'plan'].map((key) => ({ key }) as ZoneSummary)
  const steps = [{ zones: ['wall'], feeds: ['taken-away', 'brief'] }]
  const into = (source: Parameters<typeof likelyZones>[0], from: string[]) =>
    likelyZones(source, from, zones, steps).map(({ key }) => key)
  expect(into({ zoneKeys: ['wall'], into: ['plan', 'gone', 'parking'] }, ['wall'])).toEqual(['plan', 'parking'])
  expect(into({ zoneKeys: ['wall'] }, ['wall'])).toEqual(['brief'])
  expect(into({ ids: ['c'] }, ['parking'])).toEqual(['wall'])
})
