import { createShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { due, evidence, feeling, owner } from '#shared/board/testing/fields.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from '../handle/board-content.ts'
import { addNotes } from '../items/add-notes.ts'
import { isNote } from '../note/is-note.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { createValues } from './create-values.ts'
import { planChips } from './plan-chips.ts'
import { setValues } from './set-values.ts'

const [template] = templates
const [first, second, ...rest] = template ? templateRecords(template) : []

function withFields(zone: BoardRecord | undefined, props: object): BoardRecord[] {
  return zone ? [{ ...zone, props: { ...zone.props, ...props } }] : []
}

function ratedBoards() {
  const pair = twoBoards([
    ...withFields(first, { fields: [evidence, due, owner] }),
    ...(second ? [second] : []),
    ...rest,
  ])
  const [zone, other] = readZones(pair.a.editor)
  if (!zone || !other) throw new Error('The template has no zones.')
  const noteIn = (board: TestBoard) => board.note({ parentId: zone.id, x: 300, y: 400 })
  return { ...pair, zone, other, noteIn }
}

describe('the values of notes', () => {
  test('are set together as one step for undo', () => {
    const { a, noteIn } = ratedBoards()
    const [one, two] = [noteIn(a), noteIn(a)]
    setValues(a.editor, [one, two], { evidence: 'some', owner: 'Ana' })
    setValues(a.editor, [one], { evidence: undefined })
    expect(a.shape(one).meta).toEqual({ by: 'participant-a', value_owner: 'Ana' })
    expect(a.shape(two).meta).toMatchObject({ value_evidence: 'some', value_owner: 'Ana' })
    a.editor.undo()
    expect(a.shape(one).meta).toMatchObject({ value_evidence: 'some' })
    a.editor.undo()
    for (const id of [one, two]) expect(a.shape(id).meta).toEqual({ by: 'participant-a' })
    a.editor.redo()
    expect(a.shape(two).meta).toMatchObject({ value_evidence: 'some', value_owner: 'Ana' })
  })

  test('of different fields, set by two people at once, both stay, and each undoes her own', () => {
    const { a, b, noteIn, exchange } = ratedBoards()
    const id = noteIn(a)
    exchange()
    setValues(a.editor, [id], { evidence: 'adequate' })
    setValues(b.editor, [id], { due: '2026-11-22' })
    exchange()
    const both = { by: 'participant-a', value_evidence: 'adequate', value_due: '2026-11-22' }
    for (const board of [a, b]) expect(board.shape(id).meta).toEqual(both)
    b.editor.undo()
    exchange()
    for (const board of [a, b])
      expect(board.shape(id).meta).toEqual({ by: 'participant-a', value_evidence: 'adequate' })
  })

  test('are not set where the zone does not ask, nor to what the field does not allow', () => {
    const { a, other, noteIn } = ratedBoards()
    const inside = noteIn(a)
    const outside = a.note({ parentId: other.id, x: 300, y: 400 })
    setValues(a.editor, [inside, outside], { evidence: 'plenty', power: 3, owner: 'Ana' })
    expect(a.shape(inside).meta).toEqual({ by: 'participant-a', value_owner: 'Ana' })
    expect(a.shape(outside).meta).toEqual({ by: 'participant-a' })
  })

  test('are not changed by who may only look, nor on a note that is locked', () => {
    const { a, noteIn } = ratedBoards()
    const id = noteIn(a)
    a.editor.toggleLock([id])
    setValues(a.editor, [id], { owner: 'Ana' })
    a.editor.toggleLock([id])
    a.editor.updateInstanceState({ isReadonly: true })
    setValues(a.editor, [id], { owner: 'Ana' })
    expect(a.shape(id).meta).toEqual({ by: 'participant-a' })
  })

  test('are offered with what is selected, where all of it is asked', () => {
    const { a, other, noteIn } = ratedBoards()
    const { values, stop } = createValues(a.editor, a.context)
    const [one, two] = [noteIn(a), noteIn(a)]
    setValues(a.editor, [one], { evidence: 'some' })
    a.editor.select(one)
    expect(values.selected.get()?.fields.map(({ field, value }) => [field.key, value])).toEqual([
      ['evidence', 'some'],
      ['due', undefined],
      ['owner', undefined],
    ])
    a.editor.select(one, two)
    expect(values.selected.get()?.fields[0]).toMatchObject({ value: undefined, isMixed: true })
    expect(values.selected.get()?.fields[1]).toMatchObject({ value: undefined, isMixed: false })
    a.editor.select(one, a.note({ parentId: other.id }))
    expect(values.selected.get()).toBeUndefined()
    a.editor.select(one)
    a.editor.updateInstanceState({ isReadonly: true })
    expect(values.selected.get()).toBeUndefined()
    stop()
  })
})

test('a note that comes below leaves room for two rows of values', () => {
  const fields = [evidence, due, owner]
  const narrow = withFields(first, { ...{ w: 700, h: 3_000, background: 'plain', labels: [] }, fields })
  const { a } = twoBoards([...narrow, ...rest])
  const [zone] = readZones(a.editor)
  if (!zone) throw new Error('The template has no zones.')
  addNotes(a.editor, a.context, zone.id, ['above'])
  const [above] = a.editor.getSortedChildIdsForParent(zone.id)
  if (!above) throw new Error('There is no note.')
  setValues(a.editor, [above], { evidence: 'some', due: '2026-12-01', owner: 'The district office' })
  addNotes(a.editor, a.context, zone.id, ['below'])
  const [upper, lower] = a.editor.getSortedChildIdsForParent(zone.id).map((id) => a.editor.getShape(id))
  if (!upper || !lower || !isNote(upper)) throw new Error('There are no two notes.')
  const { chips } = planChips(a.editor, upper, 'en')
  expect(new Set(chips.map(({ y }) => y)).size).toBe(2)
  expect(lower.y).toBeGreaterThanOrEqual(upper.y + Math.max(...chips.map(({ y, h }) => y + h)))
})

test('a scale of one row is asked of the notes in that row', () => {
  const rows = ['Doing', 'Feeling', 'Pains'].map((en) => ({ en }))
  const labels = ['Start', 'Use'].map((en) => ({ en }))
  const fields = [{ ...feeling, row: 1 }]
  const { a } = twoBoards([
    ...withFields(first, { w: 3_360, h: 1_000, background: 'table', rows, labels, fields }),
    ...rest,
  ])
  const [zone] = readZones(a.editor)
  if (!zone) throw new Error('The template has no zones.')
  const { values, stop } = createValues(a.editor, a.context)
  const id = createShapeId()
  const asked = [0.3, 0.6, 0.9].map((part) => {
    if (a.editor.getShape(id)) a.editor.updateShape({ id, type: 'note', y: zone.props.h * part - 100 })
    else
      a.editor.createShape({ id, type: 'note', parentId: zone.id, x: zone.props.w / 2, y: zone.props.h * part - 100 })
    a.editor.select(id)
    return values.selected.get()?.fields.map(({ field }) => field.key)
  })
  expect(asked).toEqual([undefined, ['feeling'], undefined])
  stop()
})
