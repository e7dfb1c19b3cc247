import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from './board-records.ts'
import { encodeNewBoard } from './new-board.ts'
import { findRecordFault } from './record-schema.ts'
import { plainText } from './rich-text.ts'

function note(overrides: Record<string, unknown> = {}): BoardRecord {
  return {
    id: 'shape:n1',
    typeName: 'shape',
    type: 'note',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hello' }] }] },
      scale: 1,
    },
    ...overrides,
  }
}

/** Two people on one board; `exchange` brings both to the same state. */
function twoPeople() {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const first = encodeNewBoard([note()])
  for (const doc of docs) Y.applyUpdate(doc, first)
  return {
    a: openBoardRecords(docs[0]),
    b: openBoardRecords(docs[1]),
    exchange() {
      const [a, b] = docs.map((doc) => Y.encodeStateAsUpdate(doc))
      if (a) Y.applyUpdate(docs[1], a)
      if (b) Y.applyUpdate(docs[0], b)
    },
  }
}

describe('the records of a board', () => {
  test('a written record reads as it was, and is valid to tldraw', () => {
    const { a } = twoPeople()
    expect(a.read('shape:n1')).toEqual(note())
    expect(a.readAll().map((record) => findRecordFault(record))).toEqual([undefined, undefined, undefined])
  })

  test('moving and recolouring the same note at once keeps both', () => {
    const { a, b, exchange } = twoPeople()
    a.change(note(), note({ x: 50, parentId: 'shape:z' }))
    b.change(note(), note({ props: { ...note().props, color: 'red' } }))
    exchange()
    for (const side of [a, b]) {
      expect(side.read('shape:n1')).toMatchObject({ x: 50, parentId: 'shape:z', props: { color: 'red' } })
    }
  })

  test('two people typing in one note keep every word', () => {
    const { a, b, exchange } = twoPeople()
    const typed = (text: string) => ({
      ...note(),
      props: {
        ...note().props,
        richText: {
          type: 'doc',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text }] },
            { type: 'paragraph', content: [{ type: 'text', text: `${text}2` }] },
          ],
        },
      },
    })
    a.change(note(), typed('hello'))
    const text = b.text('shape:n1')?.get(0)
    if (text instanceof Y.XmlElement && text.get(0) instanceof Y.XmlText) (text.get(0) as Y.XmlText).insert(0, 'AAA ')
    exchange()
    for (const side of [a, b]) expect(plainText(side.read('shape:n1')?.props?.richText)).toBe('AAA hello\nhello2')
  })

  test('a new base deletes the overlays, removing deletes everything', () => {
    const { a } = twoPeople()
    a.change(note(), note({ x: 50, opacity: 0.5 }))
    a.put(note({ x: 7 }))
    expect(a.read('shape:n1')).toEqual(note({ x: 7 }))
    a.remove('shape:n1')
    expect(a.keysOf('shape:n1')).toEqual([])
    expect(a.read('shape:n1')).toBeUndefined()
  })

  test('a removed prop is an overlay that says so', () => {
    const { a, b, exchange } = twoPeople()
    a.put(note({ meta: { by: 'x' } }))
    exchange()
    b.change(note({ meta: { by: 'x' } }), note({ meta: {} }))
    exchange()
    expect(a.read('shape:n1')).toEqual(note())
  })

  test('a stroke grows at its end, and reads back within a twentieth of a unit', () => {
    const { a, b, exchange } = twoPeople()
    const points = Array.from({ length: 40 }, (_, i) => ({ x: i * 1.234, y: Math.sin(i) * 9, z: 0.5 }))
    const stroke = (count: number): BoardRecord => ({
      ...note({ id: 'shape:d1', type: 'draw' }),
      props: {
        color: 'black',
        fill: 'none',
        dash: 'draw',
        size: 'm',
        segments: [{ type: 'free', points: points.slice(0, count) }],
        isComplete: false,
        isClosed: false,
        isPen: false,
        scale: 1,
      },
    })
    a.put(stroke(1))
    let sent = 0
    a.map.doc?.on('update', (update: Uint8Array) => {
      sent += update.byteLength
    })
    for (let count = 2; count <= 40; count += 1) a.change(stroke(count - 1), stroke(count))
    exchange()
    expect(sent / 39).toBeLessThan(40)
    const read = b.read('shape:d1')?.props?.segments as { points: { x: number; y: number }[] }[]
    expect(read[0]?.points).toHaveLength(40)
    read[0]?.points.forEach((point, i) => {
      expect(Math.abs(point.x - (points[i]?.x ?? 0))).toBeLessThanOrEqual(0.0501)
      expect(Math.abs(point.y - (points[i]?.y ?? 0))).toBeLessThanOrEqual(0.0501)
    })
  })

  test('a base written whole by a stock client gets its merging text', () => {
    const { a } = twoPeople()
    a.map.set('shape:n2', note({ id: 'shape:n2' }))
    expect(a.needsAdoption('shape:n2')).toBe(true)
    a.adopt('shape:n2')
    expect(a.needsAdoption('shape:n2')).toBe(false)
    expect(a.text('shape:n2')?.toString()).toBe('<paragraph>hello</paragraph>')
    expect(a.read('shape:n2')).toEqual(note({ id: 'shape:n2' }))
  })
})
