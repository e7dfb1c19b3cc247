import { createTLSchema, parseTldrawJsonFile, type TLFrameShape, type TLRecord, type TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { rootRecords } from '#shared/board/new-board.ts'
import { templateRecords, templates } from '#shared/templates/index.ts'
import { writeTldr } from '#shared/tldr/write-tldr.ts'

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
