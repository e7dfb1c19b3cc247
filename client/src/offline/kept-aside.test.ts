// @vitest-environment node
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import type { RecordParts } from '#shared/board/record-parts.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { collectAside, putOnBoard } from './kept-aside.ts'

function shape(id: string, overrides: Partial<BoardRecord> = {}): BoardRecord {
  return {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', x: 10, y: 20, rotation: 0, parentId: 'page:page' },
    ...{ index: 'a1', meta: {} },
    ...overrides,
    props: { color: 'yellow', richText: text(id), ...overrides.props },
  }
}

function text(words: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
}

function board(...content: readonly BoardRecord[]) {
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  doc.transact(() => {
    for (const record of [...rootRecords, ...content]) records.put(record)
  })
  return { doc, records }
}

function collect({ records }: ReturnType<typeof board>, parts: Readonly<Record<string, readonly string[]>>) {
  const asMap: RecordParts = new Map(Object.entries(parts).map(([id, keys]) => [id, new Set(keys)]))
  let made = 0
  return collectAside(records, asMap, { reason: 'restored', atMs: 1 }, () => `item-${++made}`).map(({ item }) => item)
}

describe('putting back', () => {
  test('writes anew what the board does not have', () => {
    const items = collect(board(shape('a')), { 'shape:a': ['shape:a'] })
    const { doc, records } = board()
    putOnBoard(doc, items)
    expect(records.read('shape:a')).toEqual(shape('a'))
  })

  test('changes of what the board has only what was written here', () => {
    const here = board(shape('a', { x: 77, props: { color: 'red', richText: text('mine') } }))
    const items = collect(here, { 'shape:a': ['shape:a/text', 'shape:a/props.color'] })
    const { doc, records } = board(
      shape('a', { x: 500, props: { color: 'green', richText: text('theirs'), size: 'm' } }),
    )
    putOnBoard(doc, items)
    const now = records.read('shape:a')
    expect([now?.x, now?.props?.color, now?.props?.size, plainText(now?.props?.richText)]).toEqual([
      ...[500, 'red', 'm', 'mine'],
    ])
  })

  test('keeps a note in its zone, and where the zone is gone, at its place on the page', () => {
    const zone = shape('zone', { type: 'zone', x: 1_000, y: 2_000, props: { w: 800, h: 600 } })
    const items = collect(board(zone, shape('a', { parentId: zone.id })), { 'shape:a': ['shape:a'] })
    const withZone = board(zone)
    putOnBoard(withZone.doc, items)
    expect(withZone.records.read('shape:a')).toMatchObject({ parentId: 'shape:zone', x: 10, y: 20 })
    const without = board()
    putOnBoard(without.doc, items)
    expect(without.records.read('shape:a')).toMatchObject({ parentId: 'page:page', x: 1_010, y: 2_020 })
  })

  test('brings an arrow with its bindings, as far as there is something to bind it to, and a picture with its file', () => {
    const binding = (id: string, toId: string) => ({
      ...{ id: `binding:${id}`, typeName: 'binding', type: 'arrow', fromId: 'shape:arrow', toId, props: {}, meta: {} },
    })
    const asset = { id: 'asset:one', typeName: 'asset', type: 'image', props: { src: 'asset:one' }, meta: {} }
    const here = board(
      ...[shape('arrow', { type: 'arrow' }), shape('there'), shape('gone'), asset],
      ...[binding('start', 'shape:there'), binding('end', 'shape:gone')],
      shape('picture', { type: 'image', props: { assetId: asset.id } }),
    )
    const items = collect(here, {
      'shape:arrow': ['shape:arrow'],
      'binding:start': ['binding:start'],
      'binding:end': ['binding:end'],
      'shape:picture': ['shape:picture'],
    })
    expect(items).toHaveLength(2)
    const { doc, records } = board(shape('there'))
    putOnBoard(doc, items)
    expect(records.has('binding:start')).toBe(true)
    expect(records.has('binding:end')).toBe(false)
    expect(records.read('asset:one')).toEqual(asset)
  })
})
