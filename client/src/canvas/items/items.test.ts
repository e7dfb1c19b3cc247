import { createShapeId, toRichText } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { wordsOf } from '#shared/board/note-kind.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from '../handle/board-content.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { addNotes } from './add-notes.ts'
import { sortZone } from './arrange-items.ts'
import { copyInto } from './copy-into.ts'
import { asRecord, readItems } from './read-items.ts'

function wall() {
  const template = templates[0]
  const boards = twoBoards(template ? templateRecords(template) : [])
  const { editor, context } = boards.a
  const zones = readZones(editor)
  const [zone, other] = [zones.find(({ props }) => props.isVotable), zones[0]]
  if (!zone || !other) throw new Error('The template has no zone to vote in.')
  const noteIn = (parentId: typeof zone.id, text: string, x: number) => {
    const id = createShapeId(text)
    editor.createShape({ id, type: 'note', parentId, x, y: 400, props: { richText: toRichText(text) } })
    return id
  }
  const ids = ['a', 'b', 'c'].map((text, i) => noteIn(zone.id, text, 60 + i * 380))
  const xOf = (id: (typeof ids)[number] | undefined) => (id && editor.getShape(id)?.x) ?? Number.NaN
  const inOrder = () => ids.toSorted((a, b) => xOf(a) - xOf(b)).map((id) => id.replace('shape:', ''))
  const scores = (votes: Record<string, number>) => ({
    kinds: ['note'] as const,
    of: new Map(Object.entries(votes).map(([id, count]) => [`shape:${id}`, { votes: count, superVotes: 0 }])),
  })
  return { ...boards, editor, context, zone, other, ids, noteIn, inOrder, scores, xOf }
}

test('what can be voted on is named with its zone, and what is in a frame too', () => {
  const { editor, context, zone, noteIn } = wall()
  noteIn(zone.id, 'd', 900)
  const frame = createShapeId('frame')
  editor.createShape({ id: frame, type: 'frame', parentId: zone.id, x: 1200, y: 400, props: { w: 400, h: 400 } })
  editor.createShape({
    id: createShapeId('e'),
    type: 'note',
    parentId: frame,
    x: 10,
    y: 10,
    props: { richText: toRichText('e') },
  })
  const items = readItems(editor, context).filter(({ zoneId }) => zoneId === zone.id)
  expect(items.map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(items.every(({ kind, zoneKey }) => kind === 'note' && zoneKey === zone.props.key)).toBe(true)
})

test('what is written alone is there to vote on and to sort once it is revealed, and not before', () => {
  const { a, b, editor, context, zone, noteIn, xOf, scores, exchange } = wall()
  const votable = () => readItems(editor, context).flatMap(({ zoneId, text }) => (zoneId === zone.id ? [text] : []))
  exchange()
  const layer = new Y.Doc()
  a.board.binding.homes.writeAlone('only')
  const detach = a.board.binding.attachLayer(layer)
  const id = noteIn(zone.id, 'alone', 900)
  exchange()
  expect(votable().toSorted()).toEqual(['a', 'b', 'c'])
  sortZone(editor, context, zone.id, scores({ c: 5, alone: 3 }))
  expect(xOf(id)).toBe(900)
  const own = openBoardRecords(layer)
  const record = own.read(id)
  if (record) b.doc.transact(() => b.board.binding.records.put(record), 'the server')
  own.close()
  exchange()
  detach()
  exchange()
  expect(votable().toSorted()).toEqual(['a', 'alone', 'b', 'c'])
})

describe('sorting a zone by votes', () => {
  test('puts the most voted first for everybody, in one change that undo takes back', () => {
    const { editor, context, zone, inOrder, scores, exchange, b } = wall()
    const outcome = sortZone(editor, context, zone.id, scores({ c: 5, b: 2 }))
    expect(outcome).toMatchObject({ fits: true })
    expect(inOrder()).toEqual(['c', 'b', 'a'])
    exchange()
    expect(b.editor.getShape(createShapeId('c'))?.x).toBe(editor.getShape(createShapeId('c'))?.x)
    expect(sortZone(editor, context, zone.id, scores({ c: 5, b: 2 })).movedCount).toBe(0)
    editor.undo()
    expect(inOrder()).toEqual(['a', 'b', 'c'])
  })

  test('leaves notes between two axes where their values are', () => {
    const template = templates.find(({ id }) => id === 'stakeholder-map')
    const { editor, context } = twoBoards(template ? templateRecords(template) : []).a
    const zone = readZones(editor).find(({ props }) => props.axes)
    if (!zone) throw new Error('The template has no zone with axes.')
    const id = createShapeId('plotted')
    editor.createShape({ id, type: 'note', parentId: zone.id, x: 900, y: 900 })
    const of = new Map([[id, { votes: 3, superVotes: 0 }]])
    expect(sortZone(editor, context, zone.id, { kinds: ['note'], of })).toMatchObject({ hasAxes: true, movedCount: 0 })
    expect(editor.getShape(id)).toMatchObject({ x: 900, y: 900 })
  })

  test('is put back by its own way back too, but for what somebody has moved since', () => {
    const { editor, context, zone, inOrder, scores, xOf, ids } = wall()
    const before = ids.map(xOf)
    const outcome = sortZone(editor, context, zone.id, scores({ c: 5, b: 2 }))
    editor.updateShape({ id: createShapeId('b'), type: 'note', x: 1500 })
    outcome.undo()
    expect([xOf(ids[0]), xOf(ids[1]), xOf(ids[2])]).toEqual([before[0], 1500, before[2]])
    expect(inOrder()).toEqual(['a', 'c', 'b'])
  })
})

test('copies go into their zones, say what they are copies of, and can be taken back', () => {
  const { editor, context, zone, other, ids } = wall()
  const held = (id: typeof zone.id) => editor.getSortedChildIdsForParent(id).length
  const [before, beforeOther] = [held(zone.id), held(other.id)]
  editor.deleteShape(createShapeId('b'))
  const outcome = copyInto(editor, context, [
    { id: ids[0] ?? '', text: 'a', zoneKey: undefined, zoneId: other.id },
    { id: 'shape:b', text: 'words of b', zoneKey: zone.props.key, zoneId: other.id },
  ])
  expect(outcome.copiedCount).toBe(2)
  const copies = editor
    .getSortedChildIdsForParent(other.id)
    .slice(beforeOther)
    .flatMap((id) => editor.getShape(id) ?? [])
  expect(copies.map((shape) => [wordsOf(asRecord(shape)), shape.meta.copiedFrom])).toEqual([
    ['a', ids[0]],
    ['words of b', 'shape:b'],
  ])
  outcome.undo()
  expect([held(zone.id), held(other.id)]).toEqual([before - 1, beforeOther])
})

test('ideas that are brought in become notes of the zone in one change, and go together when it is undone', () => {
  const { editor, context, zone, b, exchange } = wall()
  const before = editor.getCurrentPageShapeIds().size
  const texts = Array.from({ length: 40 }, (_, i) => `idea ${i}`)
  const { count, undo } = addNotes(editor, context, zone.id, texts)
  expect(count).toBe(40)
  const boxes = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => editor.getShapePageBounds(id) ?? [])
  // Nobody has to look for one below another.
  for (const [i, box] of boxes.entries())
    for (const other of boxes.slice(i + 1)) expect(box.clone().expandBy(-1).collides(other)).toBe(false)
  exchange()
  const seen = b.editor.getSortedChildIdsForParent(zone.id).map((id) => b.editor.getShape(id))
  expect(seen.flatMap((shape) => (shape ? wordsOf(asRecord(shape)) : []))).toEqual(expect.arrayContaining(texts))
  undo()
  expect(editor.getCurrentPageShapeIds().size).toBe(before)
  editor.undo()
  expect(editor.getCurrentPageShapeIds().size).toBe(before + 40)
})
