import { type Editor, type TLShapeId, toRichText } from 'tldraw'
import { expect, test } from 'vitest'
import type { Role } from '#shared/protocol/messages.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from '../handle/board-content.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { registerContent } from './register-content.ts'

function boardWithZones(role: Role = 'facilitator') {
  const [template] = templates
  const pair = twoBoards(template ? templateRecords(template) : [], [role, 'editor'])
  const [zone, other] = readZones(pair.a.editor)
  if (!zone || !other) throw new Error('The template has no zones.')
  for (const { editor, context } of [pair.a, pair.b]) {
    const pictures = {
      at: async () => undefined,
      inPlaceOf: async () => undefined,
      remove: () => undefined,
      asset: async () => undefined,
    }
    registerContent(editor, pictures, { context, tellHeld: () => undefined, takesLinks: () => true })
  }
  return { ...pair, zone, other }
}

/** As the keys do it: what is selected goes to the clipboard, and off the board. */
function cut(editor: Editor, ids: TLShapeId[]) {
  const content = editor.getContentFromCurrentPage(ids)
  if (!content) throw new Error('There is nothing to cut.')
  editor.markHistoryStoppingPoint('cut')
  editor.deleteShapes(ids)
  editor.selectNone()
  return structuredClone(content)
}
const paste = (editor: Editor, content: ReturnType<typeof cut>, point = { x: -9_000, y: -9_000 }) =>
  editor.putExternalContent({ type: 'tldraw', content: structuredClone(content), point })
const notesOf = ({ editor }: TestBoard) => editor.getCurrentPageShapes().filter(({ type }) => type === 'note')

test('a zone that is cut and pasted is there again, at its new place, with what it held, once', async () => {
  const { a, b, zone, other, exchange } = boardWithZones()
  const [mine, hers] = [a.note({ x: zone.x + 300, y: zone.y + 300 }), b.note({ x: zone.x + 700, y: zone.y + 300 })]
  exchange()
  const before = [mine, hers].map(a.shape)
  const content = cut(a.editor, [zone.id])
  exchange()
  await paste(a.editor, content, { x: other.x + 500, y: other.y + 500 })
  exchange()
  for (const person of [a, b]) {
    const back = readZones(person.editor).find(({ props }) => props.key === zone.props.key)
    expect(back).toMatchObject({ props: zone.props, parentId: 'page:page' })
    expect(back?.x).not.toBe(zone.x)
    expect(notesOf(person)).toHaveLength(2)
    for (const { id, x, y } of before) expect(person.shape(id)).toMatchObject({ x, y, parentId: back?.id })
  }
  a.editor.undo()
  exchange()
  expect(notesOf(b).map(({ parentId }) => parentId)).toEqual(['page:page', 'page:page'])
  a.editor.undo()
  exchange()
  expect(b.shape(zone.id)).toEqual(zone)
  for (const shape of before) expect(b.shape(shape.id)).toEqual(shape)
})

test('what somebody has moved since the cut stays where she put it', async () => {
  const { a, b, zone, other, exchange } = boardWithZones()
  const [left, taken] = [a.note({ x: zone.x + 300, y: zone.y + 300 }), a.note({ x: zone.x + 700, y: zone.y + 300 })]
  const content = cut(a.editor, [zone.id])
  exchange()
  b.editor.reparentShapes([taken], other.id)
  exchange()
  await paste(a.editor, content)
  exchange()
  expect(b.shape(taken).parentId).toBe(other.id)
  expect(b.editor.getShape(b.shape(left).parentId as TLShapeId)?.type).toBe('zone')
  expect(notesOf(b)).toHaveLength(2)
})

test('what was chosen with the zone comes with it, as new', async () => {
  const { a, zone } = boardWithZones()
  const chosen = a.note({ x: zone.x + 300, y: zone.y + 300, props: { richText: toRichText('chosen') } })
  const content = cut(a.editor, [zone.id, chosen])
  expect(notesOf(a)).toEqual([])
  await paste(a.editor, content)
  const back = readZones(a.editor).find(({ props }) => props.key === zone.props.key)
  expect(notesOf(a)).toMatchObject([{ parentId: back?.id, x: 300, y: 300 }])
})

test('pasted again, or by a participant, a zone does not come, and what it held is not doubled while it is left without it', async () => {
  const { a, b, zone, exchange } = boardWithZones()
  a.note({ x: zone.x + 300, y: zone.y + 300 })
  const content = cut(a.editor, [zone.id])
  exchange()
  const zones = readZones(b.editor).length
  await paste(b.editor, content)
  expect({ zones: readZones(b.editor).length, notes: notesOf(b).length }).toEqual({ zones, notes: 1 })
  await paste(a.editor, content)
  await paste(a.editor, content)
  expect(readZones(a.editor)).toHaveLength(zones + 1)
})
