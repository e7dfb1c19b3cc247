import { describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { frame, note } from '../../testing/board-content.ts'
import { isPlaced, liftOut } from './place-shape.ts'

const page: BoardRecord = { id: 'page:page', typeName: 'page' }
const find = (records: readonly BoardRecord[]) => (id: string) => records.find((record) => record.id === id)

describe('the place of a shape', () => {
  test('is sound when going up from it ends at a page', () => {
    const records = [page, frame('shape:f'), note('shape:in', '', { parentId: 'shape:f' })]
    expect(records.slice(1).map((record) => isPlaced(record, find(records)))).toEqual([true, true])
  })

  test('is not sound in a circle, or below what is not there', () => {
    const circle = [frame('shape:a', { parentId: 'shape:b' }), frame('shape:b', { parentId: 'shape:a' })]
    const orphan = note('shape:o', '', { parentId: 'shape:gone' })
    expect([...circle, orphan].map((record) => isPlaced(record, find([page, ...circle])))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('stays the same spot of the page when its parents go, turned ones too', () => {
    const gone = [
      frame('shape:outer', { x: 100, y: 100, rotation: Math.PI / 2 }),
      frame('shape:inner', { x: 10, y: 0, parentId: 'shape:outer' }),
    ]
    const lifted = liftOut(
      note('shape:n', '', { x: 5, y: 0, parentId: 'shape:inner' }),
      (id) => id === page.id,
      find(gone),
    )
    expect(lifted.x).toBeCloseTo(100)
    expect(lifted.y).toBeCloseTo(115)
    expect(lifted).toMatchObject({ rotation: Math.PI / 2, parentId: 'page:page' })
  })

  test('is the first page when nothing is known of its parent', () => {
    const lifted = liftOut(
      note('shape:n', '', { x: 5, y: 6, parentId: 'shape:never' }),
      () => false,
      () => undefined,
    )
    expect(lifted).toEqual({ x: 5, y: 6, rotation: 0, parentId: 'page:page' })
  })
})
