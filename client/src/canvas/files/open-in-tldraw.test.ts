import { createTLSchema, parseTldrawJsonFile, type TLFrameShape, type TLRecord, type TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { templateRecords, templates } from '#shared/templates/index.ts'
import { writeTldr } from '#shared/tldr/write-tldr.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { addZone, makeZone } from '../zoning/zone-changes.ts'

function isFrame(shape: TLShape): shape is TLFrameShape {
  return shape.type === 'frame'
}

/** The loader of tldraw itself, which knows nothing of zones. */
test.each(templates.map((template) => [template.id, template] as const))(
  'a plain tldraw opens a board that began from %s',
  (_, template) => {
    const file = writeTldr('Ours', [...rootRecords, ...templateRecords(template)], new Map(), 'en')
    const loaded = parseTldrawJsonFile({ json: file, schema: createTLSchema() })
    expect(loaded.ok ? undefined : loaded.error).toBeUndefined()
    if (!loaded.ok) return
    const records: TLRecord[] = loaded.value.allRecords()
    const names = records.flatMap((record) =>
      record.typeName === 'shape' && isFrame(record) ? [record.props.name] : [],
    )
    expect(names).toEqual(expect.arrayContaining(template.zones.map((zone) => zone.heading.en)))
    const words = JSON.stringify(records)
    for (const { prompt } of template.zones) expect(words).toContain(JSON.stringify(prompt.en).slice(1, -1))
  },
)

test('a plain tldraw opens a board of zones that were drawn', () => {
  const { a } = twoBoards([], ['facilitator', 'editor'])
  makeZone(a.editor, a.context, { x: -40, y: 12, w: 913, h: 641 }, { heading: { en: 'Ideas' } })
  addZone(a.editor, a.context)
  a.board.binding.flush()
  const records = openBoardRecords(a.doc).readAll()
  const loaded = parseTldrawJsonFile({ json: writeTldr('Ours', records, new Map(), 'en'), schema: createTLSchema() })
  const shapes: TLRecord[] = loaded.ok ? loaded.value.allRecords() : []
  const frames = shapes.flatMap((record) => (record.typeName === 'shape' && isFrame(record) ? [record] : []))
  expect(frames).toHaveLength(2)
  expect(frames).toContainEqual(
    expect.objectContaining({ x: -40, y: 12, props: expect.objectContaining({ w: 913, h: 641, name: 'Ideas' }) }),
  )
})
