import { describe, expect, test } from 'vitest'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { readZones } from './board-content.ts'
import { removeAllBy } from './remove-all-by.ts'
import { findZonesInView } from './zones-in-view.ts'

describe('removing everything by a person', () => {
  test('takes hers and leaves what others made, for everybody', () => {
    const { a, b, exchange } = twoBoards([], ['facilitator', 'editor'])
    const kept = a.note()
    const hers = [b.note({ x: 300 }), b.note({ x: 600 })]
    exchange()
    expect(removeAllBy(a.editor, 'participant-b').count).toBe(2)
    exchange()
    for (const { editor } of [a, b]) {
      expect(editor.getShape(kept)).toBeDefined()
      expect(hers.map((id) => editor.getShape(id))).toEqual([undefined, undefined])
    }
  })

  test('is undone whole, whatever was done since, and she is still their maker', () => {
    const { a, b, exchange } = twoBoards([], ['facilitator', 'editor'])
    const hers = b.note({ x: 300 })
    exchange()
    const before = b.shape(hers)
    const removed = removeAllBy(a.editor, 'participant-b')
    exchange()
    const later = a.note({ x: 900 })
    exchange()
    removed.undo()
    exchange()
    for (const person of [a, b]) {
      expect(person.shape(hers)).toMatchObject({ x: before.x, meta: { by: 'participant-b' }, props: before.props })
      expect(person.shape(later)).toBeDefined()
    }
  })

  test('lets what others put into her frame move out first', () => {
    const { a, b, exchange } = twoBoards([], ['facilitator', 'editor'])
    const frame = b.note({ type: 'frame', props: { w: 400, h: 400 } } as never)
    exchange()
    const others = a.note({ x: 10, y: 10, parentId: frame })
    expect(a.shape(others).parentId).toBe(frame)
    removeAllBy(a.editor, 'participant-b')
    expect(a.shape(others).parentId).toBe('page:page')
    expect(a.editor.getShape(frame)).toBeUndefined()
  })

  test('of somebody who made nothing does nothing', () => {
    const { a } = twoBoards()
    a.note()
    expect(removeAllBy(a.editor, 'participant-b').count).toBe(0)
  })
})

test('a zone is in view when enough of it or of the screen is, and not when one has wandered off', () => {
  const template = templates[0]
  const { a } = twoBoards(template ? templateRecords(template) : [])
  const zone = readZones(a.editor)[3]
  if (!zone) throw new Error('The template has no zones.')
  const bounds = a.editor.getShapePageBounds(zone)
  if (!bounds) throw new Error('The zone has no place.')
  a.editor.setCamera({ x: -bounds.x, y: -bounds.y, z: 1 }, { immediate: true, force: true })
  expect(findZonesInView(a.editor)).toContain(zone.id)
  a.editor.setCamera({ x: -bounds.x - 20_000, y: -bounds.y, z: 1 }, { immediate: true, force: true })
  expect(findZonesInView(a.editor)).toEqual([])
})
