import { expect, test } from 'vitest'
import type { BoardRecord } from '../board/board-records.ts'
import { maxNestedTypes } from '../limits.ts'
import { placeShapes } from './place-shapes.ts'

const pages = ['page:one', 'page:two']
const shape = (id: string, parentId: string): BoardRecord => ({ id, typeName: 'shape', type: 'group', parentId })

/** Whose parent each shape has in the end. */
function placed(...shapes: BoardRecord[]) {
  const records = new Map(shapes.map((one) => [one.id, one]))
  const most = placeShapes(records, pages)
  return { most, parents: Object.fromEntries([...records.values()].map(({ id, parentId }) => [id, parentId])) }
}

test('shapes that lie on a page stay where they are, and the fullest page is counted', () => {
  const found = placed(
    shape('shape:in', 'shape:out'),
    shape('shape:out', 'page:two'),
    shape('shape:a', 'page:one'),
    shape('shape:deeper', 'shape:in'),
  )
  expect(found.parents).toEqual({
    ...{ 'shape:in': 'shape:out', 'shape:out': 'page:two', 'shape:a': 'page:one', 'shape:deeper': 'shape:in' },
  })
  expect(found.most).toBe(3)
})

test.each([
  ['in itself', [shape('shape:a', 'shape:a')]],
  ['in one another', [shape('shape:a', 'shape:b'), shape('shape:b', 'shape:a'), shape('shape:c', 'shape:a')]],
  ['on a page that is not there', [shape('shape:a', 'page:three'), shape('shape:b', 'shape:a')]],
  ['in what is no shape', [shape('shape:a', 'asset:a'), { id: 'asset:a', typeName: 'asset' }]],
])('shapes %s come to the first page', (_, shapes) => {
  const { parents } = placed(...shapes)
  for (const { id, typeName } of shapes) {
    if (typeName !== 'shape') continue
    let at = id
    for (let i = 0; i < shapes.length; i += 1) at = String(parents[at] ?? at)
    expect(at).toBe('page:one')
  }
})

test('what lies deeper than anybody nests anything is put on the page, whichever shape is met first', () => {
  const chain = Array.from({ length: 3 * maxNestedTypes }, (_, i) =>
    shape(`shape:${i}`, i === 0 ? 'page:one' : `shape:${i - 1}`),
  )
  for (const shapes of [chain, chain.toReversed()]) {
    const { most, parents } = placed(...shapes)
    expect(most).toBe(chain.length)
    expect(Object.values(parents).filter((parent) => parent === 'page:one')).toHaveLength(3)
  }
})

test('a hundred thousand pages that are not there are one page too full', () => {
  expect(placed(...Array.from({ length: 100_000 }, (_, i) => shape(`shape:${i}`, `page:lost${i}`))).most).toBe(100_000)
})
