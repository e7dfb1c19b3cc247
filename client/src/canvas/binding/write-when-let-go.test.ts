import { Box, type TLPointerEventInfo, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'

const frameMs = 1_000 / 60

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Ten notes under a hand that has dragged them for so long that their places wait. */
function tenInHand() {
  const { a } = twoBoards()
  const { editor } = a
  editor.updateViewportScreenBounds(new Box(0, 0, 4_000, 900))
  editor.setCamera({ x: 0, y: 0, z: 1 }, { immediate: true })
  const ids = Array.from({ length: 10 }, (_, i) => a.note({ x: i * 300 }))
  vi.advanceTimersByTime(1_000)
  editor.select(...ids)
  editor.setCurrentTool('select')
  const pointer = (name: TLPointerEventInfo['name'], y: number) =>
    editor.dispatch({
      ...{
        type: 'pointer',
        target: 'canvas',
        name,
        point: { x: 60, y, z: 0.5 },
        pointerId: 1,
        button: 0,
        isPen: false,
      },
      ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
    })
  pointer('pointer_move', 60)
  pointer('pointer_down', 60)
  for (let i = 1; i <= 20; i += 1) {
    pointer('pointer_move', 60 + i * 4)
    editor.emit('tick', 16)
    vi.advanceTimersByTime(frameMs)
  }
  expect(editor.getPath()).toBe('select.translating')
  pointer('pointer_move', 200)
  editor.emit('tick', 16)
  const last = ids[9] as TLShapeId
  expect(placeInDoc(a, last)).not.toBe(a.shape(last).y)
  return { a, last, drop: () => pointer('pointer_up', 200) }
}

const placeInDoc = ({ board }: TestBoard, id: TLShapeId) => board.binding.records.read(id)?.y

describe('notes that were dragged together', () => {
  test('are written where they are put down at once', () => {
    const { a, last, drop } = tenInHand()
    drop()
    expect(placeInDoc(a, last)).toBe(140)
    expect(a.waitingIds()).toEqual([])
  })

  test('are written back where they came from at once when the drag was broken off and the hand lets go', () => {
    const { a, last, drop } = tenInHand()
    a.editor.cancel()
    drop()
    expect(a.shape(last).y).toBe(0)
    expect(placeInDoc(a, last)).toBe(0)
  })
})
