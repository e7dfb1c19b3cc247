import fc from 'fast-check'
import { type TLShapeId, toRichText } from 'tldraw'
import { expect, test } from 'vitest'
import { shownBoard, type TestBoard, twoBoards } from '../testing/test-boards.ts'

type Step = { readonly who: 0 | 1; readonly what: string; readonly one: number; readonly other: number }

const steps = fc.array(
  fc.record({
    who: fc.constantFrom(0 as const, 1 as const),
    what: fc.constantFrom('make', 'frame', 'move', 'colour', 'write', 'put in', 'delete', 'undo', 'redo', 'exchange'),
    one: fc.nat(20),
    other: fc.nat(20),
  }),
  { minLength: 5, maxLength: 40 },
)

function act({ editor, note }: TestBoard, { what, one, other }: Step): void {
  const shapes = editor.getCurrentPageShapesSorted()
  const shape = shapes[one % Math.max(1, shapes.length)]
  const target = shapes[other % Math.max(1, shapes.length)]
  if (what === 'make') note({ x: one * 300, y: other * 300 })
  if (what === 'undo') editor.undo()
  if (what === 'redo') editor.redo()
  if (what === 'frame') {
    editor.markHistoryStoppingPoint('frame')
    editor.createShape({ type: 'frame', x: one * 200, y: 3_000 + other * 200, props: { w: 900, h: 900 } })
  }
  if (!shape) return
  editor.markHistoryStoppingPoint(what)
  if (what === 'move') editor.updateShape({ id: shape.id, type: shape.type, x: one * 50, y: other * 50 })
  if (what === 'delete') editor.deleteShapes([shape.id])
  if (shape.type === 'note' && what === 'colour') {
    const color = (['red', 'blue', 'green', 'violet'] as const)[one % 4]
    editor.updateShape({ id: shape.id, type: 'note', props: { color } })
  }
  if (shape.type === 'note' && what === 'write') {
    editor.updateShape({ id: shape.id, type: 'note', props: { richText: toRichText(`words ${one} ${other}`) } })
  }
  if (
    what === 'put in' &&
    target?.type === 'frame' &&
    target.id !== shape.id &&
    !isInside(target.id, shape.id, editor)
  ) {
    editor.reparentShapes([shape.id], target.id)
  }
}

function isInside(id: TLShapeId, outer: TLShapeId, editor: TestBoard['editor']): boolean {
  return editor.hasAncestor(id, outer)
}

test('whatever two people do, in whatever order it arrives, both see the same board', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const { a, b, exchange } = twoBoards()
      for (const step of made) {
        if (step.what === 'exchange') exchange()
        else act(step.who === 0 ? a : b, step)
      }
      exchange()
      exchange()
      expect(shownBoard(b)).toEqual(shownBoard(a))
      a.editor.dispose()
      b.editor.dispose()
    }),
    { numRuns: 60 },
  )
}, 60_000)
