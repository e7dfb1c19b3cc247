// @vitest-environment node
import { expect, test } from 'vitest'
import { zoneCell } from '#shared/templates/template.ts'
import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { areOver, findFreePlace, snapMoved, snapSized, whereHeadingBegins } from './zone-places.ts'

const first = { x: 0, y: 0, w: 1_600, h: 1_000 }
const all = { left: true, right: true, top: true, bottom: true }

test('a zone that is moved lines up with others and keeps the usual gap beside them', () => {
  const { box, guides } = snapMoved({ x: 1_771, y: -9, w: 900, h: 700 }, [first], 20)
  expect(box).toEqual({ x: 1_760, y: 0, w: 900, h: 700 })
  expect(guides).toEqual([{ axis: 'y', at: 0, from: 0, to: 2_660 }])
})

test('what is far from all others stays where it is put', () => {
  const far = { x: 5_000, y: 7_000, w: 900, h: 700 }
  expect(snapMoved(far, [first], 20)).toEqual({ box: far, guides: [] })
  expect(snapSized(far, all, [first], 20)).toEqual({ box: far, guides: [] })
})

test('only the edges in hand move, to edges and to lengths that others have', () => {
  const held = { left: false, right: true, top: false, bottom: true }
  const { box } = snapSized({ x: 2_000, y: 500, w: 1_590, h: 507 }, held, [first], 20)
  expect(box).toEqual({ x: 2_000, y: 500, w: 1_600, h: 500 })
})

test('the first zone of a board comes to the usual size', () => {
  expect(snapSized({ x: 40, y: 30, w: 1_588, h: 1_012 }, all, [], 20).box).toMatchObject({ w: 1_600, h: 1_000 })
})

test.each(['ltr', 'rtl'] as const)('one place after the other is free, in rows (%s)', (dir) => {
  const zones: { x: number; y: number; w: number; h: number }[] = []
  for (let i = 0; i < 12; i += 1) zones.push({ ...findFreePlace(zones, zoneCell, dir), w: zoneCell.w, h: zoneCell.h })
  expect(new Set(zones.map(({ x }) => x)).size).toBe(3)
  expect(new Set(zones.map(({ y }) => y)).size).toBeLessThanOrEqual(5)
  for (const [i, a] of zones.entries()) for (const b of zones.slice(i + 1)) expect(areOver(a, b)).toBe(false)
})

test('a free place lies over no zone, wherever others lie', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = createSeededRandom(seed)
    const at = (most: number) => Math.round(random.next() * most) - most / 2
    const others = Array.from({ length: 1 + Math.floor(random.next() * 12) }, () => {
      return { x: at(9_000), y: at(9_000), w: 200 + at(200) + 3_000 * random.next(), h: 300 + 2_000 * random.next() }
    })
    const place = findFreePlace(others, { w: 1_600, h: 1_000 }, seed % 2 ? 'ltr' : 'rtl')
    expect(others.filter((other) => areOver({ ...place, w: 1_600, h: 1_000 }, other))).toEqual([])
  }
})

test('a zone is numbered where its heading begins, for readers of either direction', () => {
  expect(whereHeadingBegins({ ...first, y: 40 }, 'ltr')).toEqual({ x: 0, y: 40 })
  expect(whereHeadingBegins({ ...first, y: 40 }, 'rtl')).toEqual({ x: 1_600, y: 40 })
})
