import { Box, type TLPointerEventInfo } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { restTicks } from './rest-ticks.ts'
import { twoBoards } from './testing/test-boards.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A board that nobody has touched for a while. */
function boardAtRest() {
  const { a } = twoBoards()
  const { editor } = a
  editor.updateViewportScreenBounds(new Box(0, 0, 1_600, 900))
  const stop = restTicks(editor)
  const emit = vi.spyOn(editor, 'emit')
  const ticksIn = (ms: number) => {
    emit.mockClear()
    vi.advanceTimersByTime(ms)
    return emit.mock.calls.filter(([name]) => name === 'tick').length
  }
  expect(ticksIn(1_000)).toBeGreaterThan(10)
  expect(ticksIn(1_000)).toBe(0)
  const pointer = (name: TLPointerEventInfo['name'], x: number, y: number) =>
    editor.dispatch({
      ...{ type: 'pointer', target: 'canvas', name, point: { x, y, z: 0.5 }, pointerId: 1, button: 0, isPen: false },
      ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
    })
  return { a, editor, stop, ticksIn, pointer }
}

describe('a board that nobody touches asks for no frames', () => {
  test('until a pointer moves, which counts with the next frame', () => {
    const { editor, ticksIn, pointer } = boardAtRest()
    pointer('pointer_move', 300, 200)
    expect(ticksIn(20)).toBe(1)
    expect(editor.inputs.currentScreenPoint).toMatchObject({ x: 300, y: 200 })
    ticksIn(1_000)
    expect(ticksIn(1_000)).toBe(0)
  })

  test('until a camera is sent on its way, which arrives and comes to rest', () => {
    const { editor, ticksIn } = boardAtRest()
    editor.user.updateUserPreferences({ animationSpeed: 1 })
    editor.setCamera({ x: -400, y: -300, z: 0.5 }, { animation: { duration: 800 } })
    ticksIn(400)
    expect(editor.getCameraState()).toBe('moving')
    ticksIn(1_000)
    expect(editor.getCamera()).toMatchObject({ x: -400, y: -300, z: 0.5 })
    expect(editor.getCameraState()).toBe('idle')
    ticksIn(1_000)
    expect(ticksIn(1_000)).toBe(0)
  })

  test('while a pointer that is down holds something still', () => {
    const { a, editor, ticksIn, pointer } = boardAtRest()
    editor.select(a.note({ x: 0, y: 0 }))
    pointer('pointer_move', 60, 60)
    pointer('pointer_down', 60, 60)
    pointer('pointer_move', 90, 90)
    ticksIn(2_000)
    expect(ticksIn(1_000)).toBeGreaterThan(50)
    pointer('pointer_up', 90, 90)
    ticksIn(1_000)
    expect(ticksIn(1_000)).toBe(0)
  })

  test('and is as tldraw has it again when that ends', () => {
    const { stop, ticksIn } = boardAtRest()
    stop()
    expect(ticksIn(1_000)).toBeGreaterThan(50)
    expect(ticksIn(1_000)).toBeGreaterThan(50)
  })
})
