import { Box, type TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { zoneCell } from '#shared/templates/template.ts'
import { dragOn, type Point, pointerOn } from '../testing/pointer-on.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { makeZone } from './zone-changes.ts'

const side = { w: 1_600, h: 1_000 }

/** Two zones, and somewhere to the right of both a third one that is to be moved; a pixel is four units. */
function threeZones() {
  const pair = twoBoards([], ['facilitator', 'facilitator'])
  const { editor, context } = pair.a
  editor.updateViewportScreenBounds(new Box(0, 0, 1_600, 900))
  editor.setCamera({ x: 400, y: 400, z: 0.25 }, { immediate: true })
  const make = (x: number, y: number) => {
    const id = makeZone(editor, context, { x, y, ...side })
    if (!id) throw new Error('There is no zone.')
    return id
  }
  const [first, second, third] = [make(0, 0), make(0, side.h + zoneCell.gap), make(2_700, 300)]
  editor.selectNone().setCurrentTool('select')
  pair.exchange()
  return { ...pair, first, second, third }
}

/** By its heading, where a zone is taken hold of, so that its corner is at `to` if nothing brings it elsewhere. */
function moveTo({ editor, shape }: TestBoard, id: TLShapeId, to: Point, held: Parameters<typeof pointerOn>[1] = {}) {
  const { x, y } = shape(id)
  const grip = { x: x + 200, y: y + 60 }
  dragOn(editor, grip, { x: grip.x + to.x - x, y: grip.y + to.y - y }, held)
}

describe('a zone that is moved by the pointer', () => {
  test('comes to the edge of others and to the usual gap beside them, with what lies in it, in one step for undo', () => {
    const { a, b, third, exchange } = threeZones()
    const note = b.note({ parentId: third, x: 300, y: 400 })
    exchange()
    moveTo(a, third, { x: side.w + zoneCell.gap + 22, y: -17 })
    exchange()
    expect(b.shape(third)).toMatchObject({ x: side.w + zoneCell.gap, y: 0 })
    expect(b.shape(note)).toMatchObject({ parentId: third, x: 300, y: 400 })
    a.editor.undo()
    exchange()
    expect(b.shape(third)).toMatchObject({ x: 2_700, y: 300 })
  })

  test('shows what it lines up with as long as it is in hand', () => {
    const { a, third } = threeZones()
    const { guides } = a.context.zoning
    const pointer = pointerOn(a.editor)
    const grip = { x: 2_900, y: 360 }
    pointer('pointer_down', grip)
    pointer('pointer_move', { x: grip.x, y: grip.y - 150 })
    pointer('pointer_move', { x: grip.x, y: grip.y - 295 })
    expect(a.shape(third).y).toBe(0)
    expect(guides.get()).toContainEqual(expect.objectContaining({ axis: 'y', at: 0 }))
    pointer('pointer_up', { x: grip.x, y: grip.y - 295 })
    expect(a.editor.isIn('select.idle')).toBe(true)
    expect(a.shape(third)).toMatchObject({ x: 2_700, y: 0 })
  })

  test('stays where it is put with Ctrl held, farther away, and in company', () => {
    const { a, second, third } = threeZones()
    const near = { x: side.w + zoneCell.gap + 20, y: -16 }
    moveTo(a, third, near, { ctrlKey: true })
    expect(a.shape(third)).toMatchObject(near)
    const far = { x: 2_900, y: 404 }
    moveTo(a, third, far)
    expect(a.shape(third)).toMatchObject(far)
    a.editor.select(second, third)
    moveTo(a, third, near)
    expect(a.shape(third)).toMatchObject(near)
  })

  test('comes from twice as far where a finger covers it', () => {
    const { a, third } = threeZones()
    const [to, away] = [
      { x: 2_700, y: 0 },
      { x: 2_700, y: 48 },
    ]
    moveTo(a, third, away)
    expect(a.shape(third)).toMatchObject(away)
    a.editor.updateInstanceState({ isCoarsePointer: true })
    moveTo(a, third, { x: 2_700, y: 300 })
    moveTo(a, third, away)
    expect(a.shape(third)).toMatchObject(to)
  })
})

test('a zone that is sized by its corner comes to edges and to lengths that others have', () => {
  const { a, b, third, exchange } = threeZones()
  a.editor.select(third)
  const corner = { x: 2_700 + side.w, y: 300 + side.h }
  dragOn(a.editor, corner, { x: corner.x + 300, y: corner.y + 200 }, { handle: 'bottom_right' })
  expect(a.shape(third).props).toMatchObject({ w: side.w + 300, h: side.h + 200 })
  const now = { x: corner.x + 300, y: corner.y + 200 }
  dragOn(a.editor, now, { x: corner.x + 25, y: now.y }, { handle: 'bottom_right' })
  exchange()
  expect(b.shape(third)).toMatchObject({ x: 2_700, y: 300, props: { w: side.w } })
})
