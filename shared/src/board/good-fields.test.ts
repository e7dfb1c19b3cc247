import { T } from '@tldraw/validate'
import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../testing/seeded-random.ts'
import type { BoardRecord } from './board-records.ts'
import { fieldsAsGood } from './good-fields.ts'
import { boardSchema, findRecordFault } from './record-schema.ts'

const note: BoardRecord = {
  ...{ id: 'shape:one', typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1V8sk' },
  ...{ x: 1, y: 2, rotation: 0, isLocked: false, opacity: 1, meta: { by: 'somebody' } },
  props: {
    ...{ color: 'yellow', labelColor: 'black', size: 'm', font: 'draw', fontSizeAdjustment: 0, align: 'middle' },
    ...{ verticalAlign: 'middle', growY: 0, url: '', scale: 1 },
    richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Low tide' }] }] },
  },
}

/** What a hostile or broken hand may put where something else belongs. */
const oddValues: readonly unknown[] = [
  ...[
    undefined,
    null,
    '',
    'a0',
    'a',
    'A00000000000000000000000000',
    'b1',
    'n000',
    'z0',
    'a1 ',
    'é1',
    'yellow',
    'shape:x',
  ],
  ...['page:x', 'binding:x', 0, -1, 0.5, 1, 2, 1e300, Number.NaN, Number.POSITIVE_INFINITY, true, false, [], ['a']],
  ...[{}, { type: 'doc' }, { type: 'doc', content: [] }, { type: 'doc', content: [], attrs: 1 }, { by: undefined }],
  ...[() => 1, new Map(), 10n, Object.create({ type: 'doc', content: [] }), 'http://example.org/', 'javascript:1'],
]

function isTakenByTldraw(record: BoardRecord, known: BoardRecord | undefined): boolean {
  try {
    boardSchema.types.shape.validate(record as never, known as never)
    return true
  } catch {
    return false
  }
}

describe('A check beside a good record', () => {
  it('takes and refuses what tldraw takes and refuses, whatever stands in which field', () => {
    const random = createSeededRandom(7)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random.next() * values.length)]
    const goods = [
      undefined,
      note,
      { ...note, id: 'shape:two', index: 'b12', meta: {}, props: { ...note.props, color: 'red' } },
    ]
    const names = [...Object.keys(note).filter((name) => name !== 'typeName'), 'more']
    const counts = { taken: 0, refused: 0 }
    const different: unknown[] = []
    for (let i = 0; i < 4_000; i += 1) {
      const known = pick(goods)
      const changed: Record<string, unknown> = { ...note, ...(random.next() < 0.3 && { x: i }) }
      const isInProps = random.next() < 0.5
      const target: Record<string, unknown> = isInProps ? { ...note.props } : changed
      const name = String(pick(isInProps ? [...Object.keys(note.props ?? {}), 'more'] : names))
      if (random.next() < 0.2) delete target[name]
      else target[name] = pick(oddValues)
      if (isInProps) changed.props = target
      const record = changed as BoardRecord
      if (!/^shape:[\w-]{1,64}$/.test(String(record.id)) || record.type !== 'note') continue
      const isTaken = findRecordFault(record, known) === undefined
      if (isTaken !== isTakenByTldraw(record, known)) different.push([name, target[name]])
      counts[isTaken ? 'taken' : 'refused'] += 1
    }
    expect(different).toEqual([])
    expect(counts.taken).toBeGreaterThan(200)
    expect(counts.refused).toBeGreaterThan(200)
  })

  it('takes no picture or arrow’s end for the shape that has its name', () => {
    const picture = {
      ...{ id: 'asset:one', typeName: 'asset', type: 'image', meta: {} },
      props: { name: 'a', src: null, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
    }
    const end = {
      ...{ id: 'binding:one', typeName: 'binding', type: 'arrow', fromId: 'shape:a', toId: 'shape:b', meta: {} },
      props: { terminal: 'start', normalizedAnchor: { x: 0, y: 0 }, isExact: false, isPrecise: false, snap: 'none' },
    }
    for (const record of [picture, { ...picture, id: 'asset:two' }, end, { ...end, id: 'binding:two' }]) {
      expect([record.id, findRecordFault(record)]).toEqual([record.id, undefined])
    }
  })

  it('takes a place among siblings only where tldraw takes it', () => {
    const random = createSeededRandom(3)
    const letters = '0129AZabcdlmnoyz -é'
    const isGood = fieldsAsGood(T.object({ index: T.indexKey }))
    const isTaken = (index: string) => {
      try {
        return isGood({ index }, { index: 'a0' })
      } catch {
        return false
      }
    }
    let taken = 0
    const different: string[] = []
    for (let i = 0; i < 4_000; i += 1) {
      const length = Math.floor(random.next() * 18)
      const index = Array.from({ length }, () => letters[Math.floor(random.next() * letters.length)]).join('')
      if (isTaken(index) !== T.indexKey.isValid(index)) different.push(index)
      if (isTaken(index)) taken += 1
    }
    expect(different).toEqual([])
    expect(taken).toBeGreaterThan(100)
  })

  it('knows of what an object has inherited as little as tldraw does', () => {
    const isGood = fieldsAsGood(T.object({ w: T.number.optional() }))
    const heir = Object.create({ w: 'wide' })
    expect(isGood(heir, {})).toBe(true)
    expect(isGood(Object.create({ h: 1 }), {})).toBe(false)
    expect(isGood({}, { w: 1 })).toBe(true)
  })
})
