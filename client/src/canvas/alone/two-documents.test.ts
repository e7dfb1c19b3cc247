import { createShapeId, type TLArrowShape, type TLShapeId, toRichText } from 'tldraw'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { innovationCafeHybrid } from '#shared/templates/cafe/innovation-cafe-hybrid.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { shownBoard, type TestBoard, twoBoards } from '../testing/test-boards.ts'

const template = templateRecords(innovationCafeHybrid)
const zoneId = template.find(({ type }) => type === 'zone')?.id as TLShapeId
let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
})

/** Ana and Ben on one board; Ana writes alone, in a document that is nobody else's. */
function people(how: 'new' | 'only' = 'only') {
  const both = twoBoards(template)
  const layer = new Y.Doc()
  // What was made before is everybody's.
  const shared = both.a.note({ parentId: zoneId })
  both.exchange()
  both.a.board.binding.homes.writeAlone(how)
  const detach = both.a.board.binding.attachLayer(layer)
  const alone = openBoardRecords(layer)
  stops.push(() => alone.close())
  return { ...both, layer, alone, detach, shared, flush: () => both.a.board.binding.flush() }
}

const wordsOf = (person: TestBoard, id: TLShapeId) => {
  const { props } = person.shape(id)
  return 'richText' in props ? plainText(props.richText) : undefined
}
const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')
const updatesOf = (doc: Y.Doc) => {
  let count = 0
  doc.on('update', () => {
    count += 1
  })
  return () => count
}

describe('[CN17] what somebody writes alone', () => {
  test('goes into her own document, and never into the board’s', () => {
    const { a, b, alone, flush, exchange } = people()
    const written = updatesOf(a.doc)
    const id = a.note({ parentId: zoneId, props: { richText: toRichText('Xylophonic') } } as never)
    flush()
    a.editor.updateShape({ id, type: 'note', x: 40, props: { color: 'red', richText: toRichText('Xylophonic too') } })
    a.editor.duplicateShapes([id], { x: 300, y: 0 })
    a.editor.createShape({ id: createShapeId('drawn'), type: 'geo', x: 10, y: 900 })
    flush()
    a.editor.markHistoryStoppingPoint('delete')
    a.editor.deleteShapes([createShapeId('drawn')])
    flush()
    a.editor.undo()
    exchange()
    expect(alone.ids().filter((each) => each.startsWith('shape:'))).toHaveLength(3)
    expect(wordsOf(a, id)).toBe('Xylophonic too')
    expect(b.editor.getShape(id)).toBeUndefined()
    expect(written()).toBe(0)
    expect(bytesOf(a.doc)).not.toContain('Xylophonic')
    expect(bytesOf(a.doc)).not.toContain(id)
    expect(a.board.binding.aloneIds.get()).toEqual(new Set(alone.ids()))
  })

  test('lies beside what everybody sees, which stays as it is', () => {
    const { a, b, shared, exchange } = people()
    const before = a.shape(shared)
    const id = a.note({ parentId: zoneId })
    a.editor.select(shared, id)
    a.editor.nudgeShapes([shared, id], { x: 50, y: 0 })
    a.editor.deleteShapes([shared])
    a.editor.updateShape({ id: shared, type: 'note', props: { color: 'red' } })
    a.editor.groupShapes([shared, id])
    a.editor.createShape({ id: createShapeId('frame'), type: 'frame', x: 0, y: 0 })
    exchange()
    expect(a.shape(shared)).toEqual(before)
    expect(a.shape(id).x).toBe(50)
    expect(a.editor.getShape(createShapeId('frame'))).toBeUndefined()
    expect(shownBoard(b)).toEqual(Object.fromEntries(Object.entries(shownBoard(a)).filter(([each]) => each !== id)))
    expect(a.editor.isShapeOrAncestorLocked(shared)).toBe(true)
    expect(a.editor.isShapeOrAncestorLocked(id)).toBe(false)
  })

  test('a facilitator goes on changing the board meanwhile; what she makes is hers alone, but for frames and the like', () => {
    const { a, b, alone, shared, exchange } = people('new')
    const id = a.note({ parentId: zoneId })
    const frame = createShapeId('frame')
    a.editor.updateShape({ id: shared, type: 'note', props: { color: 'red' } })
    a.editor.createShape({ id: frame, type: 'frame', x: 3_000, y: 100 })
    a.editor.reparentShapes([id], frame)
    exchange()
    expect(b.shape(shared)).toMatchObject({ props: { color: 'red' } })
    expect(b.editor.getShape(frame)).toBeDefined()
    expect(b.editor.getShape(id)).toBeUndefined()
    // A frame is everybody's: what lies in it could not be shown on its own.
    expect([a.editor.getCurrentPageId(), zoneId]).toContain(a.shape(id).parentId)
    expect(alone.has(id)).toBe(true)
  })

  test('is tied to nothing of the board, and nothing of the board to it', () => {
    const { a, alone, shared, flush } = people('new')
    const id = a.note({ parentId: zoneId, x: 600 })
    const other = a.note({ parentId: zoneId, x: 900 })
    const arrow = createShapeId('arrow')
    a.editor.createShape<TLArrowShape>({ id: arrow, type: 'arrow', parentId: zoneId })
    const tie = (terminal: 'start' | 'end', toId: TLShapeId, fromId = arrow) =>
      a.editor.createBinding({
        ...{ type: 'arrow', fromId, toId },
        props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
      })
    tie('start', id)
    tie('end', shared)
    flush()
    expect(a.editor.getBindingsFromShape(arrow, 'arrow').map(({ toId }) => toId)).toEqual([id])
    tie('end', other)
    flush()
    expect(alone.ids().filter((each) => each.startsWith('binding:'))).toHaveLength(2)

    a.board.binding.homes.writeAlone('off')
    const everybodys = createShapeId('everybodys')
    a.editor.createShape<TLArrowShape>({ id: everybodys, type: 'arrow', parentId: zoneId })
    tie('start', id, everybodys)
    tie('end', shared, everybodys)
    flush()
    expect(a.editor.getBindingsFromShape(everybodys, 'arrow').map(({ toId }) => toId)).toEqual([shared])
    expect(bytesOf(a.doc)).not.toContain(id)
  })

  test('stays hers when the step is over; copies of it, too', () => {
    const { a, b, alone, exchange } = people()
    const id = a.note({ parentId: zoneId })
    a.board.binding.flush()
    const content = a.editor.getContentFromCurrentPage([id])
    a.board.binding.homes.writeAlone('off')
    a.editor.updateShape({ id, type: 'note', props: { richText: toRichText('later') } })
    a.editor.duplicateShapes([id], { x: 300, y: 0 })
    if (content) a.editor.putContentOntoCurrentPage(content, { point: { x: 0, y: 0 } })
    const public_ = a.note({ parentId: zoneId })
    exchange()
    expect(alone.ids().filter((each) => each.startsWith('shape:'))).toHaveLength(3)
    expect(plainText(alone.read(id)?.props?.richText)).toBe('later')
    expect(b.editor.getShape(public_)).toBeDefined()
    expect(b.editor.getCurrentPageShapes()).toHaveLength(a.editor.getCurrentPageShapes().length - 3)
  })

  test('comes back with the device, from whichever of her devices it was written on', () => {
    const { a, layer, alone, detach } = people()
    const id = a.note({ parentId: zoneId })
    a.board.binding.flush()
    detach()
    expect(a.editor.getShape(id)).toBeUndefined()
    const phone = new Y.Doc()
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(layer))
    const stop = a.board.binding.attachLayer(phone)
    expect(a.shape(id).parentId).toBe(zoneId)
    const records = openBoardRecords(phone)
    const record = alone.read(id)
    if (record) phone.transact(() => records.change(record, { ...record, x: 77 }), 'her other device')
    a.board.binding.flush()
    expect(a.shape(id).x).toBe(77)
    records.close()
    stop()
  })

  test('that is made while her layer is being opened waits for it', () => {
    const { a, exchange } = twoBoards(template)
    const written = updatesOf(a.doc)
    a.board.binding.homes.writeAlone('only')
    const id = a.note({ parentId: zoneId })
    exchange()
    const layer = new Y.Doc()
    a.board.binding.attachLayer(layer)
    const alone = openBoardRecords(layer)
    stops.push(() => alone.close())
    expect(alone.has(id)).toBe(true)
    expect(written()).toBe(0)
  })
})

describe('[CN17] when it is revealed', () => {
  /** As the server does it: the board has it, under its own id or another, and the layer is no more. */
  const reveal = ({ b, layer, alone, detach, exchange }: ReturnType<typeof people>, id: TLShapeId, as = id) => {
    const record = alone.read(id)
    if (record) b.doc.transact(() => b.board.binding.records.put({ ...record, id: as }), 'the server')
    exchange()
    detach()
    layer.destroy()
    exchange()
  }

  test('under a name, it is the board’s from then on', () => {
    const all = people()
    const { a, b, exchange } = all
    const id = a.note({ parentId: zoneId })
    a.board.binding.flush()
    const before = a.shape(id)
    reveal(all, id)
    expect(a.shape(id)).toEqual(before)
    expect(a.board.binding.aloneIds.get().size).toBe(0)
    a.board.binding.homes.writeAlone('off')
    a.editor.updateShape({ id, type: 'note', props: { color: 'red' } })
    exchange()
    expect(b.shape(id)).toMatchObject({ props: { color: 'red' } })
    a.editor.markHistoryStoppingPoint('delete')
    a.editor.deleteShapes([id])
    exchange()
    expect(b.editor.getShape(id)).toBeUndefined()
    a.editor.undo()
    exchange()
    expect(b.editor.getShape(id)).toBeDefined()
  })

  test.each(['shape:other', undefined] as const)('undo does not reach across it (%s)', (as) => {
    const all = people()
    const { a, b, exchange } = all
    const [id, gone] = [a.note({ parentId: zoneId }), a.note({ parentId: zoneId, x: 900 })]
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 50 })
    a.editor.markHistoryStoppingPoint('delete')
    a.editor.deleteShapes([gone])
    reveal(all, id, as as TLShapeId | undefined)
    a.board.binding.homes.writeAlone('off')
    const shown = shownBoard(b)
    for (let i = 0; i < 6; i += 1) a.editor.undo()
    exchange()
    // What she had made before it, for everybody to see, is hers to take back.
    const withoutFirst = Object.fromEntries(Object.entries(shown).filter(([each]) => each !== all.shared))
    expect(shownBoard(b)).toEqual(withoutFirst)
    expect(shownBoard(a)).toEqual(withoutFirst)
  })
})
