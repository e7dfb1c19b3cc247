import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from './board-records.ts'
import { mergeParts, touchedParts } from './record-parts.ts'

const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})
const note = (props: Record<string, unknown> = {}) => ({
  ...{ id: 'shape:a', typeName: 'shape', type: 'note', x: 0, y: 0, rotation: 0, parentId: 'page:page' },
  props: { color: 'yellow', richText: text('words'), ...props },
})

test('what a transaction wrote is told by record and part', () => {
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  records.put(note())
  const told: [string, string[]][][] = []
  records.map.observeDeep((events) => {
    told.push([...touchedParts(records.map, events)].map(([id, keys]) => [id, [...keys]]))
  })
  doc.transact(() => records.change(note(), note({ color: 'red' })))
  doc.transact(() => records.change(note(), note({ richText: text('other words') })))
  expect(told.flat()).toEqual([
    ['shape:a', ['shape:a/props.color']],
    ['shape:a', ['shape:a/text']],
  ])
})

describe('parts of a record', () => {
  const current = { ...note({ color: 'green', richText: text('theirs') }), x: 5 }
  const written = { ...note({ color: 'red', richText: text('mine') }), x: 9, y: 9, opacity: 0.5 }

  test('are taken, and what others changed beside them stays', () => {
    expect(mergeParts(current, written, ['shape:a/props.color'])).toEqual({
      ...current,
      props: { ...current.props, color: 'red' },
    })
    expect(mergeParts(current, written, ['shape:a/at', 'shape:a/text', 'shape:a/opacity'])).toEqual({
      ...current,
      ...{ x: 9, y: 9, opacity: 0.5 },
      props: { color: 'green', richText: text('mine') },
    })
  })

  test('that were removed are removed', () => {
    const { color: _, ...props } = written.props
    expect(mergeParts(current, { ...written, props }, ['shape:a/props.color']).props).toEqual({
      richText: text('theirs'),
    })
  })

  test('with the base among them are the whole record', () => {
    expect(mergeParts(current, written, ['shape:a/props.color', 'shape:a'])).toBe(written)
  })

  test('that say what is there already change nothing', () => {
    expect(mergeParts(current, written, ['shape:a/rotation'])).toBe(current)
  })
})
