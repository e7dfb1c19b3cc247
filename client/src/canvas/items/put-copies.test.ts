import type { TLShapeId } from 'tldraw'
import { beforeEach, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { wordsOf } from '#shared/board/note-kind.ts'
import { originMeta } from '#shared/board/origin.ts'
import { designSprintMondayMap } from '#shared/templates/sprint/design-sprint-monday-map.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createHandle } from '../handle/create-handle.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { putCopies } from './put-copies.ts'
import { asRecord } from './read-items.ts'

const zoneId = 'shape:zone-hmw-inbox' as TLShapeId
const elsewhere = { boardId: 'other-board', atMs: 1_700_000_000_000, votes: 5 }

let pair: ReturnType<typeof twoBoards>
beforeEach(() => {
  pair = twoBoards(templateRecords(designSprintMondayMap), ['facilitator', 'editor'])
})

function copy(name: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: name }] }]
  return {
    ...{ id: `shape:${name}`, typeName: 'shape', type: 'note', parentId: zoneId, index: 'a1', x: 100, y: 400 },
    ...{ rotation: 0, isLocked: false, opacity: 1 },
    meta: { ...originMeta({ id: `shape:its-${name}`, zoneKey: 'chosen', elsewhere }), by: 'participant-a' },
    props: {
      ...{ color: 'yellow', labelColor: 'black', size: 'm', font: 'draw', fontSizeAdjustment: 0, align: 'middle' },
      ...{ verticalAlign: 'middle', growY: 0, url: '', scale: 0.9, richText: { type: 'doc', content } },
    },
    ...overrides,
  }
}
const held = ({ editor } = pair.a) =>
  editor.getSortedChildIdsForParent(zoneId).flatMap((id) => editor.getShape(id) ?? [])

describe('[CH17] copies of things on other boards', () => {
  test('are there for everybody, as the server has planned them, and go with one undo', () => {
    const { a, b, exchange } = pair
    const outcome = putCopies(a.editor, a.context, [[copy('a'), copy('b', { x: 400, index: 'a2' })]])
    expect(outcome.copiedCount).toBe(2)
    exchange()
    expect(held(b).map((shape) => [wordsOf(asRecord(shape)), shape.x, shape.meta.copiedBoard])).toEqual([
      ['a', 100, 'other-board'],
      ['b', 400, 'other-board'],
    ])
    a.editor.undo()
    expect(held()).toEqual([])
  })

  test('of two boards do not lie on one another, though the server planned them apart', () => {
    const { a } = pair
    putCopies(a.editor, a.context, [[copy('a')], [copy('b', { index: 'a2' })]])
    const [first, second] = held().map(({ id }) => a.editor.getShapePageBounds(id))
    expect(first && second && first.collides(second)).toBe(false)
  })

  test('that are one drawing count as one, and are moved beside those of another board in one piece', () => {
    const { a, b, exchange } = pair
    const drawing = (name: string, index: string): BoardRecord[] => [
      { ...copy(name, { type: 'group', index }), props: {} },
      copy(`${name}-1`, { parentId: `shape:${name}`, x: 0, y: 0 }),
      copy(`${name}-2`, { parentId: `shape:${name}`, x: 220, y: 30, index: 'a2' }),
    ]
    expect(putCopies(a.editor, a.context, [drawing('d', 'a1'), drawing('e', 'a2')]).copiedCount).toBe(2)
    exchange()
    const [first, second] = held(b).map(({ id }) => b.editor.getShapePageBounds(id))
    expect(first && second && first.collides(second)).toBe(false)
    const placesIn = (id: string) =>
      b.editor.getSortedChildIdsForParent(id as TLShapeId).map((part) => [b.shape(part).x, b.shape(part).y])
    expect(placesIn('shape:e')).toEqual([
      [0, 0],
      [220, 30],
    ])
    a.editor.undo()
    expect(held()).toEqual([])
  })

  test('for a zone that is gone meanwhile are not put anywhere else', () => {
    const { a } = pair
    const before = a.editor.getCurrentPageShapeIds().size
    const gone = copy('b', { parentId: 'shape:zone-gone' })
    expect(putCopies(a.editor, a.context, [[copy('a'), gone]]).copiedCount).toBe(0)
    expect(a.editor.getCurrentPageShapeIds().size).toBe(before)
  })

  test('that this page does not know stay behind', () => {
    const { a } = pair
    const newer = copy('c', { type: 'their-own' })
    expect(putCopies(a.editor, a.context, [[copy('a'), newer]]).copiedCount).toBe(1)
  })

  test('are said in the list with where they came from, and lead to nothing on this board', () => {
    const { a } = pair
    a.editor.createShape({ id: 'shape:its-a' as TLShapeId, type: 'note', parentId: zoneId, x: 900, y: 400 })
    putCopies(a.editor, a.context, [[copy('a')]])
    const { handle, stop } = createHandle(a.editor, a.context, a.board.binding)
    const listed = handle.notes.get()
    expect(listed.find(({ id }) => id === 'shape:a')).toMatchObject({
      ...{ from: undefined, wentTo: [] },
      fromBoard: { ...elsewhere, noteId: 'shape:its-a', zoneKey: 'chosen' },
    })
    expect(listed.find(({ id }) => id === 'shape:its-a')?.wentTo).toEqual([])
    expect([handle.goToNote('shape:gone'), handle.goToNote('shape:a')]).toEqual([false, true])
    stop()
  })
})
