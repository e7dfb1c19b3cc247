import { createShapeId, type TLNoteShape, type TLShape, type TLShapeId, toRichText } from 'tldraw'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from '#shared/board/note-kind.ts'
import { designSprintWeek } from '#shared/templates/sprint/design-sprint-week.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createHandle } from '../handle/create-handle.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { cellOf } from '../values/note-fields.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { CopiedItem } from './canvas-items.ts'
import { copyInto } from './copy-into.ts'
import { fitting } from './part-of.ts'
import { asRecord } from './read-items.ts'

const zoneId = (key: string) => `shape:zone-${key}` as TLShapeId
const from = zoneId('monday-sprint-questions')
const to = zoneId('friday-answers')

let pair: ReturnType<typeof twoBoards>
beforeEach(() => {
  pair = twoBoards(templateRecords(designSprintWeek), ['facilitator', 'editor'])
})

const item = (id: string, zone = to): CopiedItem => ({ id, text: '', zoneKey: undefined, zoneId: zone })

function noteIn(parentId: TLShapeId, text: string, overrides: Partial<TLNoteShape> = {}) {
  const id = createShapeId(text.replaceAll(/\W/g, '-'))
  pair.a.editor.createShape({
    id,
    type: 'note',
    parentId,
    x: 60,
    y: 300,
    props: { richText: toRichText(text) },
    ...overrides,
  })
  return id
}

function held({ editor } = pair.a, zone = to) {
  return editor.getSortedChildIdsForParent(zone).flatMap((id) => editor.getShape(id) ?? [])
}

function carry(...items: readonly CopiedItem[]) {
  return copyInto(pair.a.editor, pair.a.context, items)
}

/** As lists say it. */
function partNameOf(copy: TLShape): string {
  const { editor } = pair.a
  const zone = editor.findShapeAncestor(copy, isZoneShape)
  return (isZoneShape(zone) && cellOf(editor, copy, zone)?.words.en) || ''
}

/** Another zone asks for these, too. */
function askFor(zone: TLShapeId, props: Partial<ZoneShape['props']>) {
  pair.a.editor.updateShape({ id: zone, type: 'zone', props })
}

describe('[CH15] what is carried on to another zone', () => {
  test('is there for everybody, on another page too, says where it came from, and goes with one undo', () => {
    const { a, b, exchange } = pair
    const ids = [noteIn(from, 'Will they scan it?'), noteIn(from, 'Will they pay?')]
    const before = held().length
    expect(carry(...ids.map((id) => item(id)))).toMatchObject({ copiedCount: 2, thereCount: 0 })
    exchange()
    const copies = held(b).slice(before)
    expect(copies.map((copy) => [wordsOf(asRecord(copy)), copy.meta])).toEqual([
      ['Will they scan it?', { copiedFrom: ids[0], copiedZone: 'monday-sprint-questions', by: 'participant-a' }],
      ['Will they pay?', { copiedFrom: ids[1], copiedZone: 'monday-sprint-questions', by: 'participant-a' }],
    ])
    a.editor.undo()
    expect([held().length, held(a, from).length]).toEqual([before, 2])
  })

  test('says nothing of who wrote it, and takes along only what its zone asks for', () => {
    const field = (key: string) => ({
      key,
      kind: 'scale' as const,
      label: { en: key },
      ...{ min: 1, max: 5, words: [], axis: null, row: null },
    })
    askFor(to, { fields: [field('risk'), field('cost')] })
    const id = noteIn(from, 'rated', {
      meta: { by: 'somebody-else', mood: 'private', value_risk: 4, value_cost: 9, value_joy: 2 },
    })
    const before = held().length
    carry(item(id))
    expect(held()[before]?.meta).toEqual({
      ...{ value_risk: 4, copiedFrom: id, copiedZone: 'monday-sprint-questions', by: 'participant-a' },
    })
  })

  test('is not copied a second time, nor is a copy brought back to its original', () => {
    const id = noteIn(from, 'once')
    const before = held().length
    expect(carry(item(id))).toMatchObject({ copiedCount: 1, thereCount: 0 })
    expect(carry(item(id))).toMatchObject({ copiedCount: 0, thereCount: 1 })
    const copy = held()[before]
    expect(carry(item(copy?.id ?? '', from))).toMatchObject({ copiedCount: 0, thereCount: 1 })
    expect([held().length, held(pair.a, from).length]).toEqual([before + 1, 1])
  })

  test('may come again once somebody has taken the copy away', () => {
    const id = noteIn(from, 'again')
    carry(item(id)).undo()
    expect(carry(item(id))).toMatchObject({ copiedCount: 1, thereCount: 0 })
  })

  test('never is what somebody writes alone, but goes to everybody while she does', () => {
    const { a, b, exchange } = pair
    const shared = noteIn(from, 'shared')
    exchange()
    a.board.binding.homes.writeAlone('only')
    const detach = a.board.binding.attachLayer(new Y.Doc())
    const own = noteIn(from, 'mine alone')
    exchange()
    const { handle, stop } = createHandle(a.editor, a.context, a.board.binding)
    const before = held(b).length
    expect(handle.items.copyInto([item(shared), item(own)])).toMatchObject({ copiedCount: 1, thereCount: 0 })
    exchange()
    expect(
      held(b)
        .slice(before)
        .map((copy) => wordsOf(asRecord(copy))),
    ).toEqual(['shared'])
    stop()
    detach()
  })

  test('as a picture shows the same picture, no larger than the zone', () => {
    const { a } = pair
    const id = createShapeId('sketch')
    const zone = a.shape(to)
    const h = isZoneShape(zone) ? zone.props.h : Number.NaN
    a.editor.createShape({ id, type: 'image', parentId: from, props: { w: h * 4, h: h * 2, altText: 'A sketch' } })
    const before = held().length
    carry(item(id))
    const copy = held()[before]
    expect(copy).toMatchObject({ type: 'image', props: { altText: 'A sketch' }, meta: { copiedFrom: id } })
    const size = copy && a.editor.getShapeGeometry(copy).bounds
    expect(size?.h).toBeLessThan(h)
    expect((size?.w ?? 0) / (size?.h ?? 1)).toBeCloseTo(2)
  })

  test('lies beside one another however many they are, smaller where there is no room', () => {
    const ids = Array.from({ length: 40 }, (_, i) => noteIn(from, `question ${i}`))
    const before = held().length
    expect(carry(...ids.map((id) => item(id))).copiedCount).toBe(40)
    const boxes = held()
      .slice(before)
      .flatMap((copy) => pair.a.editor.getShapePageBounds(copy) ?? [])
    for (const [i, box] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(box.clone().expandBy(-1).collides(other)).toBe(false)
  })
})

test('the list says of a copy where it came from and of the original where it went, and leads there across pages', () => {
  const { a } = pair
  const id = noteIn(from, 'Will they scan it?')
  carry(item(id))
  const { handle, stop } = createHandle(a.editor, a.context, a.board.binding)
  const find = (zone: TLShapeId) => handle.notes.get().find(({ zoneId, text }) => zoneId === zone && text !== '')
  const copy = find(to)
  expect(copy?.from).toEqual({ noteId: id, zoneId: from })
  expect(find(from)?.wentTo).toEqual([{ noteId: copy?.id, zoneId: to }])
  handle.goToNote(copy?.id ?? '')
  expect(a.editor.getCurrentPageId()).toBe('page:friday')
  handle.goToNote(copy?.from?.noteId ?? '')
  expect(a.editor.getCurrentPageId()).toBe('page:monday')
  expect(a.editor.getSelectedShapeIds()).toEqual([id])
  stop()
  // Where the original is gone, its zone is left.
  a.editor.deleteShape(id)
  const after = createHandle(a.editor, a.context, a.board.binding)
  const left = after.handle.notes.get().find(({ id }) => id === copy?.id)
  expect(left?.from).toEqual({ noteId: undefined, zoneId: from })
  after.stop()
})

describe('[CH15] what is carried on to a zone with parts', () => {
  test('lies in the part that is called as where it comes from: as its zone, or as its part of the zone', () => {
    const aim = zoneId('tuesday-aim')
    const [goal, question] = [noteIn(zoneId('monday-goal'), 'a goal'), noteIn(from, 'a question')]
    carry(item(question, aim), item(goal, aim))
    const cells = held(pair.a, aim).map((copy) => [wordsOf(asRecord(copy)), partNameOf(copy)])
    expect(cells).toEqual([
      ['a question', 'Sprint questions'],
      ['a goal', 'Long-term goal'],
    ])
    const sketch = noteIn(zoneId('tuesday-sheet-3'), 'a sketch', { x: 200, y: 800 })
    carry(item(sketch, zoneId('wednesday-gallery')))
    const gallery = held(pair.a, zoneId('wednesday-gallery'))
    expect(gallery.map(partNameOf)).toEqual(['Column: Sketch 3, row: Solution sketch'])
    carry(item(gallery[0]?.id ?? '', zoneId('wednesday-straw-poll')), item(question, zoneId('thursday-scenes')))
    expect(held(pair.a, zoneId('wednesday-straw-poll')).map(partNameOf)).toEqual(['Sketch 3'])
    expect(held(pair.a, zoneId('thursday-scenes')).map(partNameOf)).toEqual(['To do'])
  })

  test('is one drawing still, and smaller where its part is', () => {
    const { editor } = pair.a
    const stroke = (x: number, w: number) => {
      const id = createShapeId()
      const props = { w, h: 200, geo: 'rectangle' as const }
      editor.createShape({ id, type: 'geo', parentId: zoneId('tuesday-sheet-2'), x, y: 700, props })
      return id
    }
    const ids = [stroke(40, 600), stroke(700, 800)]
    carry(...ids.map((id) => item(id, zoneId('wednesday-gallery'))))
    const [one, other] = held(pair.a, zoneId('wednesday-gallery')).map((copy) => editor.getShapePageBounds(copy))
    if (!one || !other) throw new Error('the drawing was not copied')
    const [before, after] = ids.map((id) => editor.getShapePageBounds(id))
    const times = one.w / (before?.w ?? 1)
    expect(times).toBeLessThan(1)
    expect(other.w / (after?.w ?? 1)).toBeCloseTo(times, 2)
    expect(other.x - one.x).toBeCloseTo(times * ((after?.x ?? 0) - (before?.x ?? 0)), 0)
    expect(other.y).toBeCloseTo(one.y, 0)
    expect(held(pair.a, zoneId('wednesday-gallery')).map(partNameOf)).toEqual([
      'Column: Sketch 2, row: Solution sketch',
      'Column: Sketch 2, row: Solution sketch',
    ])
  })

  test('can be all that lies in a part that the zone has, too', () => {
    const sheet = zoneId('tuesday-sheet-1')
    const ids = [noteIn(sheet, 'only a note'), noteIn(sheet, 'the sketch', { x: 200, y: 800 })]
    const { context, editor } = pair.a
    expect(fitting(editor, context, zoneId('wednesday-gallery'), ids)).toEqual({
      part: 'Solution sketch',
      ids: [ids[1]],
    })
    expect(fitting(editor, context, zoneId('friday-answers'), ids)).toBeUndefined()
  })
})
