import { createShapeId, type TLShapeId, toRichText } from 'tldraw'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { shownBoard, type TestBoard, twoBoards } from '../testing/test-boards.ts'

const frameMs = 1_000 / 60

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Ana and Ben on one board with so many notes of Ana's, all of them known to both and written long ago. */
function boardWithNotes(count: number) {
  const pair = twoBoards()
  const { a, b } = pair
  const ids = Array.from({ length: count }, (_, i) => a.note({ x: i * 300 }))
  pair.exchange()
  vi.advanceTimersByTime(1_000)
  let written = 0
  a.doc.on('update', (_update, _origin, _doc, { local }) => {
    if (local) written += 1
  })
  return {
    ...{ ...pair, ids },
    /** Drags these notes of Ana's for so many frames, one unit down in each. */
    drag(dragged: readonly TLShapeId[], frames: number) {
      for (let frame = 0; frame < frames; frame += 1) {
        move(a, dragged, { y: 1 })
        vi.advanceTimersByTime(frameMs)
      }
    },
    /** How often Ana's board was written to since this was asked last. */
    takeWritten() {
      const before = written
      written = 0
      return before
    },
    /** What Ben's board says reaches Ana, and nothing goes the other way. */
    hear: () => Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'network'),
  }
}

function move({ editor, shape }: TestBoard, ids: readonly TLShapeId[], by: { x?: number; y?: number }): void {
  const moved = ids.map((id) => ({ ...shape(id), x: shape(id).x + (by.x ?? 0), y: shape(id).y + (by.y ?? 0) }))
  editor.updateShapes(moved.map(({ id, type, x, y }) => ({ id, type, x, y })))
}

/** How much Yjs keeps for whoever comes now. */
function itemsOfNewcomer(doc: Y.Doc): number {
  const newcomer = new Y.Doc()
  Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(doc))
  return [...newcomer.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
}

const placeInDoc = ({ board }: TestBoard, id: TLShapeId) => board.binding.records.read(id)?.y

describe('notes that are dragged together', () => {
  test('leave as many past places in the document as seconds allow, not as frames', () => {
    const { a, ids, drag } = boardWithNotes(10)
    const before = itemsOfNewcomer(a.doc)
    drag(ids, 200)
    a.board.binding.flush()
    expect(placeInDoc(a, ids[9] as TLShapeId)).toBe(200)
    // 60 a second, for 3.3 seconds, beside the first and the last of each.
    expect(itemsOfNewcomer(a.doc) - before).toBeLessThan(230)
  })

  test.each([10, 60])('%i: the first places are written at once, and the last a quarter of a second later', (n) => {
    const { a, ids, drag, takeWritten } = boardWithNotes(n)
    const last = ids[n - 1] as TLShapeId
    move(a, ids, { y: 1 })
    expect(placeInDoc(a, last)).toBe(1)
    drag(ids, 30)
    expect(takeWritten()).toBeLessThan(8)
    vi.advanceTimersByTime(250)
    expect(placeInDoc(a, last)).toBe(31)
    takeWritten()
    vi.advanceTimersByTime(1_000)
    expect(takeWritten()).toBe(0)
  })

  test('one of them alone goes out every frame, and the arrow that is tied to it goes with it', () => {
    const { a, ids, drag, takeWritten } = boardWithNotes(1)
    const arrow = createShapeId('arrow')
    a.editor.createShape({ id: arrow, type: 'arrow', x: -300, y: 0 })
    a.editor.createBinding({ type: 'arrow', fromId: arrow, toId: ids[0] as TLShapeId, props: { terminal: 'end' } })
    vi.advanceTimersByTime(1_000)
    takeWritten()
    const before = itemsOfNewcomer(a.doc)
    drag(ids, 100)
    expect(takeWritten()).toBe(100)
    expect(itemsOfNewcomer(a.doc) - before).toBeLessThan(5)
  })

  test.each<[string, (ana: TestBoard, ids: readonly TLShapeId[]) => unknown]>([
    ['a note that is made', (ana) => ana.note()],
    ['a note that is deleted', ({ editor }, [id]) => editor.deleteShapes(id ? [id] : [])],
    [
      'words',
      ({ editor }, [id]) => id && editor.updateShape({ id, type: 'note', props: { richText: toRichText('words') } }),
    ],
    ['a note that goes into a frame', ({ editor }, [id]) => id && editor.reparentShapes([id], createShapeId('frame'))],
  ])('%s does not wait for them, and takes their places along', (_what, act) => {
    const { a, b, ids, drag } = boardWithNotes(10)
    a.editor.createShape({ id: createShapeId('frame'), type: 'frame', x: 9_000, props: { w: 400, h: 400 } })
    vi.advanceTimersByTime(1_000)
    drag(ids, 20)
    move(a, ids, { y: 1 })
    expect(placeInDoc(a, ids[9] as TLShapeId)).not.toBe(21)
    act(a, ids)
    expect(placeInDoc(a, ids[9] as TLShapeId)).toBe(21)
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'network')
    b.board.binding.flush()
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test.each<[string, (ana: TestBoard) => void]>([
    ['a flush', ({ board }) => board.binding.flush()],
    ['a flush of what goes out', ({ board }) => board.binding.flushOutbound()],
    ['leaving the board', ({ board }) => board.binding.close()],
    ['a tab that is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('%s writes their last places', (_what, act) => {
    const { a, ids, drag } = boardWithNotes(10)
    drag(ids, 20)
    move(a, ids, { y: 1 })
    act(a)
    expect(placeInDoc(a, ids[9] as TLShapeId)).toBe(21)
  })

  test('have their last places in the document when the device’s copy of it is written as the page is left', () => {
    let written: unknown
    const writeCopy = () => {
      written = placeInDoc(board.a, board.ids[9] as TLShapeId)
    }
    // The device opens its copy before the canvas opens the board.
    window.addEventListener('pagehide', writeCopy)
    const board = boardWithNotes(10)
    board.drag(board.ids, 20)
    move(board.a, board.ids, { y: 1 })
    window.dispatchEvent(new Event('pagehide'))
    expect(written).toBe(21)
    window.removeEventListener('pagehide', writeCopy)
  })

  test('are told of as unsaved while their places wait', () => {
    const { a, ids } = boardWithNotes(3)
    move(a, ids, { y: 1 })
    expect(a.waitingIds()).toEqual([])
    move(a, ids, { y: 1 })
    expect(a.waitingIds()).toEqual(ids)
    vi.advanceTimersByTime(250)
    expect(a.waitingIds()).toEqual([])
  })
})

describe('what others do while places wait', () => {
  test('elsewhere is shown, and does not hurry them', () => {
    const { a, b, ids, drag, takeWritten, hear } = boardWithNotes(11)
    const [bens, ...dragged] = ids as [TLShapeId, ...TLShapeId[]]
    drag(dragged, 1)
    takeWritten()
    for (let frame = 1; frame <= 60; frame += 1) {
      move(b, [bens], { x: 1 })
      hear()
      drag(dragged, 1)
      expect(a.shape(bens).x).toBe(frame)
    }
    expect(takeWritten()).toBeLessThan(8)
    for (const id of dragged) expect(a.shape(id).y).toBe(61)
  })

  test('to one of them is shown, with the place that waits, and both keep both', () => {
    const { a, b, ids, drag, hear, exchange } = boardWithNotes(10)
    const id = ids[4] as TLShapeId
    drag(ids, 10)
    b.editor.updateShape({ id, type: 'note', props: { color: 'red' } })
    move(a, ids, { y: 1 })
    hear()
    vi.advanceTimersByTime(frameMs)
    expect(a.shape(id)).toMatchObject({ y: 11, props: { color: 'red' } })
    expect(placeInDoc(a, id)).toBe(11)
    exchange()
    for (const person of [a, b]) expect(person.shape(id)).toMatchObject({ y: 11, props: { color: 'red' } })
  })

  test('is not brought back: what one deletes stays deleted', () => {
    const { a, b, ids, drag, hear, exchange } = boardWithNotes(10)
    const id = ids[4] as TLShapeId
    drag(ids, 10)
    b.editor.deleteShapes([id])
    move(a, ids, { y: 1 })
    hear()
    vi.advanceTimersByTime(1_000)
    exchange()
    expect(a.editor.getShape(id)).toBeUndefined()
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('two that are put into each other at that moment are in each other at no moment', () => {
    const { a, b, ids, drag, hear, exchange } = boardWithNotes(10)
    const [one, two] = [createShapeId('one'), createShapeId('two')]
    a.editor.createShape({ id: one, type: 'frame', x: 0, y: 5_000, props: { w: 300, h: 300 } })
    a.editor.createShape({ id: two, type: 'frame', x: 900, y: 5_000, props: { w: 300, h: 300 } })
    exchange()
    vi.advanceTimersByTime(1_000)
    drag([...ids, one], 3)
    a.editor.reparentShapes([one], two)
    b.editor.reparentShapes([two], one)
    hear()
    vi.advanceTimersByTime(frameMs)
    expect([a.shape(one).parentId, a.shape(two).parentId]).toContain('page:page')
    exchange()
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('undo takes back a drag that waits, of what somebody else has moved before', () => {
    const { a, b, ids, exchange } = boardWithNotes(10)
    move(b, ids, { x: 7 })
    exchange()
    vi.advanceTimersByTime(1_000)
    a.editor.markHistoryStoppingPoint('colour')
    a.editor.updateShapes(ids.map((id) => ({ id, type: 'note', props: { color: 'red' } })))
    a.editor.markHistoryStoppingPoint('drag')
    move(a, ids, { y: 50 })
    expect(placeInDoc(a, ids[0] as TLShapeId)).toBe(0)
    a.editor.undo()
    expect(a.shape(ids[0] as TLShapeId)).toMatchObject({ x: 7, y: 0, props: { color: 'red' } })
    vi.advanceTimersByTime(250)
    expect(placeInDoc(a, ids[0] as TLShapeId)).toBe(0)
  })
})

describe('[CN17] notes that are dragged together, some of them written alone', () => {
  test('wait in their own document as well, which nobody else sees', () => {
    const { a, ids, drag, takeWritten } = boardWithNotes(3)
    a.board.binding.homes.writeAlone('new')
    // Made and moved before her layer is there.
    const own = Array.from({ length: 4 }, () => a.note())
    move(a, own, { y: 1 })
    move(a, own, { y: 1 })
    const layer = new Y.Doc()
    const detach = a.board.binding.attachLayer(layer)
    const alone = openBoardRecords(layer)
    expect(alone.read(own[3] as string)?.y).toBe(2)
    let writtenAlone = 0
    layer.on('update', () => {
      writtenAlone += 1
    })
    takeWritten()
    drag([...ids, ...own], 60)
    expect([takeWritten() < 12, writtenAlone < 12]).toEqual([true, true])
    vi.advanceTimersByTime(250)
    expect(placeInDoc(a, ids[2] as TLShapeId)).toBe(60)
    expect(alone.read(own[3] as string)?.y).toBe(62)
    expect(a.board.binding.records.has(own[3] as string)).toBe(false)
    move(a, [...ids, ...own], { y: 1 })
    move(a, [...ids, ...own], { y: 1 })
    detach()
    expect(alone.read(own[3] as string)?.y).toBe(64)
    expect(a.editor.getShape(own[3] as TLShapeId)).toBeUndefined()
    alone.close()
  })
})
