import { Box, type TLPointerEventInfo } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { shownBoard, twoBoards } from './testing/test-boards.ts'

/** A note that both have, seen from so near, and a hand that drags it. */
function noteToDrag(zoom: number) {
  const pair = twoBoards()
  const { a, exchange } = pair
  const { editor } = a
  editor.updateViewportScreenBounds(new Box(0, 0, 1_600, 900))
  editor.setCamera({ x: 0, y: 0, z: zoom }, { immediate: true })
  const id = a.note({ x: 10.25, y: 20.5 })
  exchange()
  editor.select(id)
  editor.setCurrentTool('select')
  const pointer = (name: TLPointerEventInfo['name'], x: number, y: number) => {
    editor.dispatch({
      ...{ type: 'pointer', target: 'canvas', name, point: { x, y, z: 0.5 }, pointerId: 1, button: 0, isPen: false },
      ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
    })
    editor.emit('tick', 16)
    a.board.binding.flushOutbound()
  }
  const start = editor.pageToScreen({ x: 60, y: 60 })
  pointer('pointer_move', start.x, start.y)
  pointer('pointer_down', start.x, start.y)
  const drag = (steps: number) => {
    for (let i = 1; i <= steps; i += 1) pointer('pointer_move', start.x + i * 3, start.y + i * 2)
    expect(editor.isIn('select.translating')).toBe(true)
  }
  const drop = (steps: number) => pointer('pointer_up', start.x + steps * 3, start.y + steps * 2)
  return { ...pair, id, drag, drop }
}

describe('a note that is dragged', () => {
  test('goes by whole units, where one pixel is more than one, to less than a unit from the pointer', () => {
    const { a, id, drag, drop } = noteToDrag(0.37)
    drag(20)
    drop(20)
    const { x, y } = a.shape(id)
    expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true])
    expect(Math.abs(x - (10.25 + 60 / 0.37))).toBeLessThanOrEqual(0.5)
    expect(Math.abs(y - (20.5 + 40 / 0.37))).toBeLessThanOrEqual(0.5)
  })

  test('goes by sixteenths seen from near', () => {
    const { a, id, drag } = noteToDrag(3)
    drag(10)
    const { y } = a.shape(id)
    expect([Number.isInteger(y), Number.isInteger(y * 16)]).toEqual([false, true])
    expect(Math.abs(y - (20.5 + 20 / 3))).toBeLessThanOrEqual(1 / 32)
  })

  test('costs as many bytes a step as whole numbers do', () => {
    const { a, drag } = noteToDrag(0.37)
    const sizes: number[] = []
    a.doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    drag(60)
    expect(sizes.length).toBeGreaterThan(50)
    // The first names the note, the others go on from it.
    expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual(50)
  })

  test('is by undo where it was to the last fraction, and by redo where it was put', () => {
    const { a, b, id, drag, drop, exchange } = noteToDrag(0.37)
    drag(20)
    drop(20)
    const { x, y } = a.shape(id)
    a.editor.undo()
    expect(a.shape(id)).toMatchObject({ x: 10.25, y: 20.5 })
    a.editor.redo()
    exchange()
    expect(b.shape(id)).toMatchObject({ x, y })
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('is back to the last fraction when the drag is broken off', () => {
    const { a, id, drag } = noteToDrag(0.37)
    drag(5)
    a.editor.cancel()
    expect(a.shape(id)).toMatchObject({ x: 10.25, y: 20.5 })
  })
})
