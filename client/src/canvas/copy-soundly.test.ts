import { createShapeId, type TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from './handle/board-content.ts'
import { twoBoards } from './testing/test-boards.ts'

test('an arrow is duplicated with one of the two things that it is tied to, in whatever they lie', () => {
  const [template] = templates
  const { a, b, exchange } = twoBoards(template ? templateRecords(template) : [])
  const zone = readZones(a.editor)[0]
  if (!zone) throw new Error('The template has no zones.')
  const { editor } = a
  const [frame, arrow] = [createShapeId(), createShapeId()]
  editor.createShape({ id: frame, type: 'frame', parentId: zone.id, x: 100, y: 300, props: { w: 500, h: 500 } })
  const note = (parentId: TLShapeId, x: number) => {
    const id = a.note()
    editor.reparentShapes([id], parentId)
    editor.updateShape({ id, type: 'note', x, y: 20 })
    return id
  }
  const [inside, beside] = [note(frame, 20), note(zone.id, 900)]
  editor.createShape({ id: arrow, type: 'arrow', parentId: zone.id })
  for (const [terminal, toId] of [['start', inside] as const, ['end', beside] as const]) {
    const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 } }
    editor.createBinding({ type: 'arrow', fromId: arrow, toId, props })
  }
  const before = [arrow, inside, beside].map(a.shape)
  editor.duplicateShapes([inside, arrow], { x: 40, y: 40 })
  exchange()
  expect([arrow, inside, beside].map(b.shape)).toEqual(before)
  const copies = a.editor.getSelectedShapes()
  expect(copies.map(({ type }) => type).sort()).toEqual(['arrow', 'note'])
  const [copy, copiedNote] = ['arrow', 'note'].map((type) => copies.find((shape) => shape.type === type))
  if (!copy || !copiedNote) throw new Error('Both were to be copied.')
  expect(b.editor.getBindingsFromShape(copy.id, 'arrow').map(({ toId }) => toId)).toEqual([copiedNote.id])
  expect(b.shape(copiedNote.id)).toMatchObject({ parentId: frame, x: 60, y: 60 })
  // Its loose end is as far from where the original ends as the copy was moved.
  const end = (id: TLShapeId) => a.editor.getShapePageBounds(id)?.maxX ?? 0
  expect(end(copy.id) - end(arrow)).toBeCloseTo(40, 0)
})

test('what is copied is pasted into a frame that is selected together with what lies deeper elsewhere', () => {
  const { a } = twoBoards()
  const { editor } = a
  const [frame, other] = [createShapeId(), createShapeId()]
  editor.createShape({ id: frame, type: 'frame', x: 0, y: 0, props: { w: 300, h: 300 } })
  editor.createShape({ id: other, type: 'frame', x: 400, y: 0, props: { w: 900, h: 900 } })
  const grouped = [a.note(), a.note({ x: 300, y: 300 })]
  editor.reparentShapes(grouped, other)
  editor.groupShapes(grouped)
  const [deep] = grouped
  const content = deep && editor.getContentFromCurrentPage([deep])
  if (!content) throw new Error('There is nothing to paste.')
  editor.setSelectedShapes([deep, frame])
  expect(editor.getSelectedShapeIds()).toHaveLength(2)
  editor.putContentOntoCurrentPage(content, { select: true })
  expect(editor.getSelectedShapes()).toMatchObject([{ type: 'note', parentId: frame }])
})
