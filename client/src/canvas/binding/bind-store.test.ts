import { createShapeId, type TLShapeId, toRichText } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { shownBoard, twoBoards } from '../testing/test-boards.ts'

describe('a store bound to a board', () => {
  test('shows what somebody else made, and equals hers', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    expect(b.shape(id)).toEqual(a.shape(id))
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('moving and recolouring one note at the same moment keeps both', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    a.editor.updateShape({ id, type: 'note', x: 120, y: 40 })
    b.editor.updateShape({ id, type: 'note', props: { color: 'red' } })
    exchange()
    for (const person of [a, b]) expect(person.shape(id)).toMatchObject({ x: 120, y: 40, props: { color: 'red' } })
  })

  test('what one deletes stays deleted, though the other moved it meanwhile', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    a.editor.deleteShapes([id])
    b.editor.updateShape({ id, type: 'note', x: 70 })
    exchange()
    expect(a.editor.getShape(id)).toBeUndefined()
    expect(b.editor.getShape(id)).toBeUndefined()
  })

  test('a remote move keeps the very objects of what did not change', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    const before = b.shape(id)
    a.editor.updateShape({ id, type: 'note', x: 33 })
    exchange()
    expect(b.shape(id).x).toBe(33)
    expect(b.shape(id).props).toBe(before.props)
    expect(b.shape(id).meta).toBe(before.meta)
  })

  test('reading what came writes nothing back', () => {
    const { a, b, exchange } = twoBoards()
    const [from, to] = [a.note(), a.note({ x: 600 })]
    a.editor.createShape({ type: 'arrow', x: 100, y: 100 })
    a.editor.groupShapes([from, to])
    exchange()
    let written = 0
    b.doc.on('update', (_update, _origin, _doc, transaction) => {
      if (transaction.local) written += 1
    })
    a.editor.deleteShapes([from])
    exchange()
    expect(written).toBe(0)
  })

  test('writes text word by word, so that two changes of one note meet', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note({ props: { richText: toRichText('one\ntwo') } as never })
    exchange()
    a.editor.updateShape({ id, type: 'note', props: { richText: toRichText('ONE\ntwo') } })
    b.editor.updateShape({ id, type: 'note', props: { richText: toRichText('one\nTWO') } })
    exchange()
    expect(a.editor.getShapeUtil('note').getText(a.shape(id))).toBe('ONE\nTWO')
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('a stroke grows for the others in small pieces while it is drawn', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    a.editor.createShape({
      id: id.replace('shape:', 'shape:d') as typeof id,
      type: 'draw',
      props: { segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }] },
    })
    a.board.binding.flush()
    const sizes: number[] = []
    a.doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    const points = [{ x: 0, y: 0, z: 0.5 }]
    for (let i = 1; i <= 50; i += 1) {
      points.push({ x: i * 1.7, y: Math.sin(i) * 12, z: 0.5 })
      a.editor.updateShape({
        id: id.replace('shape:', 'shape:d') as typeof id,
        type: 'draw',
        props: { segments: [{ type: 'free', points: [...points] }] },
      })
      a.board.binding.flush()
    }
    expect(sizes).toHaveLength(50)
    expect(Math.max(...sizes)).toBeLessThan(60)
    exchange()
    expect(b.shape(id.replace('shape:', 'shape:d') as typeof id).props).toMatchObject({
      segments: [{ points: { length: 51 } }],
    })
  })
})

describe('what goes over the line', () => {
  /** Sizes of the updates that `act` makes on a note which both have. */
  function updatesOf(act: (pair: ReturnType<typeof twoBoards>, id: TLShapeId) => void): number[] {
    const pair = twoBoards()
    const id = pair.a.note()
    pair.exchange()
    const sizes: number[] = []
    pair.a.doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    act(pair, id)
    return sizes
  }

  test('a step of a drag is about 50 bytes, whatever else the note says', () => {
    const sizes = updatesOf(({ a }, id) => {
      for (let x = 1; x <= 100; x += 1) {
        a.editor.updateShape({ id, type: 'note', x: x * 7, y: x * 3 })
        a.board.binding.flush()
      }
    })
    expect(sizes).toHaveLength(100)
    expect(sizes.filter((size) => size > 80)).toEqual([])
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(mean).toBeLessThanOrEqual(50)
  })

  test('a typed letter is at most 40 bytes', () => {
    const sizes = updatesOf(({ a }, id) => {
      const paragraph = a.board.binding.records.text(id)?.get(0)
      const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
      if (!(words instanceof Y.XmlText)) throw new Error('the note has no words')
      for (const letter of 'typed') words.insert(words.length, letter)
    })
    expect(sizes).toHaveLength(5)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40)
  })

  test('a stroke of 600 points is under 20 kB, all its growing included', () => {
    const sizes = updatesOf(({ a, b, exchange }) => {
      const id = createShapeId('stroke')
      const points = [{ x: 0, y: 0, z: 0.5 }]
      const segments = () => [{ type: 'free' as const, points: [...points] }]
      a.editor.createShape({ id, type: 'draw', props: { segments: segments() } })
      a.board.binding.flush()
      for (let i = 1; i < 600; i += 1) {
        points.push({ x: i * 1.7, y: Math.sin(i / 9) * 120, z: 0.5 })
        a.editor.updateShape({ id, type: 'draw', props: { segments: segments() } })
        a.board.binding.flush()
        if (i === 300) {
          exchange()
          expect(b.shape(id).props).toMatchObject({ segments: [{ points: { length: 301 } }] })
        }
      }
      exchange()
      expect(b.shape(id).props).toEqual(a.shape(id).props)
    })
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000)
  })

  test('one frame of remote changes is one change of the store, however many updates brought it', () => {
    const { a, b, exchange } = twoBoards()
    const ids = Array.from({ length: 20 }, (_, i) => a.note({ x: i * 300 }))
    exchange()
    let changes = 0
    const stop = b.editor.store.listen(
      () => {
        changes += 1
      },
      { source: 'remote', scope: 'document' },
    )
    a.doc.on('update', (update: Uint8Array) => Y.applyUpdate(b.doc, update, 'network'))
    for (const id of ids) {
      a.editor.updateShape({ id, type: 'note', y: 50 })
      a.board.binding.flush()
    }
    expect(changes).toBe(0)
    b.board.binding.flush()
    b.board.binding.flushOutbound()
    expect(changes).toBe(1)
    for (const id of ids) expect(b.shape(id).y).toBe(50)
    stop()
  })
})

describe('records that are not fit to be shown', () => {
  test('one that does not validate is kept aside and counted, and the rest is shown', () => {
    const { a, b, exchange } = twoBoards()
    const good = a.note()
    const records = openBoardRecords(a.doc)
    a.board.binding.flush()
    const bad = { ...records.read(good), id: 'shape:bad', typeName: 'shape', x: 'left' }
    a.doc.transact(() => records.map.set('shape:bad', bad), 'somebody')
    exchange()
    expect(b.editor.getShape(good)).toBeDefined()
    expect(b.editor.getShape('shape:bad' as typeof good)).toBeUndefined()
    expect(b.board.binding.hiddenCount.get()).toBe(1)
    a.doc.transact(() => records.map.set('shape:bad', { ...bad, x: 5 }), 'somebody')
    exchange()
    expect(b.editor.getShape('shape:bad' as typeof good)).toMatchObject({ x: 5 })
    expect(b.board.binding.hiddenCount.get()).toBe(0)
  })

  test('a prop that a newer version wrote is left out, not the whole note', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    a.board.binding.flush()
    a.doc.getMap('records').set(`${id}/props.sparkle`, 9)
    exchange()
    expect(b.shape(id).props).not.toHaveProperty('sparkle')
    expect(b.doc.getMap('records').get(`${id}/props.sparkle`)).toBe(9)
  })

  test('a shape whose parent is gone lies on the page, for both', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    a.editor.createShape({ id: `${id}f` as typeof id, type: 'frame', x: 500, props: { w: 400, h: 400 } })
    exchange()
    a.editor.deleteShapes([`${id}f` as typeof id])
    b.editor.reparentShapes([id], `${id}f` as typeof id)
    exchange()
    for (const person of [a, b]) expect(person.shape(id).parentId).toBe('page:page')
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('two frames put into each other at the same moment do not hang the editors', () => {
    const { a, b, exchange } = twoBoards()
    const seed = a.note()
    const [one, two] = [`${seed}1` as typeof seed, `${seed}2` as typeof seed]
    a.editor.createShape({ id: one, type: 'frame', x: 0, y: 500, props: { w: 300, h: 300 } })
    a.editor.createShape({ id: two, type: 'frame', x: 900, y: 500, props: { w: 300, h: 300 } })
    exchange()
    a.editor.reparentShapes([one], two)
    b.editor.reparentShapes([two], one)
    exchange()
    expect(shownBoard(b)).toEqual(shownBoard(a))
    expect([a.shape(one).parentId, a.shape(two).parentId]).toContain('page:page')
  })

  test('an arrow that lost its note stays without being tied to it', () => {
    const { a, b, exchange } = twoBoards()
    const note = a.note()
    const arrow = `${note}a` as typeof note
    a.editor.createShape({ id: arrow, type: 'arrow', x: -300, y: 0 })
    a.editor.createBinding({ type: 'arrow', fromId: arrow, toId: note, props: { terminal: 'end' } })
    exchange()
    expect(b.editor.getBindingsFromShape(arrow, 'arrow')).toHaveLength(1)
    const records = openBoardRecords(a.doc)
    a.doc.transact(() => records.remove(note), 'somebody')
    exchange()
    for (const person of [a, b]) {
      expect(person.editor.getShape(arrow)).toBeDefined()
      expect(person.editor.getBindingsFromShape(arrow, 'arrow')).toHaveLength(0)
    }
  })
})

describe('starting on a board', () => {
  test("the store's own page gives way to the board's", () => {
    const { a } = twoBoards()
    expect(a.editor.getPages().map(({ id }) => id)).toEqual(['page:page'])
    expect(Y.encodeStateAsUpdate(a.doc).byteLength).toBeLessThan(400)
  })
})
