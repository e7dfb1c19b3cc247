import { Box, type TLPointerEventInfo, type TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { noteScaleIn, scalesIn } from '#shared/board/note-scale.ts'
import { retrospective } from '#shared/templates/hand-over/retrospective.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { isNote } from './is-note.ts'
import { middleOf } from './note-box.ts'

const large = 'shape:zone-sailboat' as TLShapeId
const small = 'shape:zone-last-time' as TLShapeId

/** A board with a large zone and a small one, and a hand that drags a note from one to the other. */
function board() {
  const pair = twoBoards(templateRecords(retrospective))
  const { a, exchange } = pair
  const { editor } = a
  editor.updateViewportScreenBounds(new Box(0, 0, 1_600, 900))
  editor.setCamera({ x: 0, y: 0, z: 0.2 }, { immediate: true })
  const zoneOf = (id: TLShapeId) => {
    const zone = editor.getShape(id)
    if (!isZoneShape(zone)) throw new Error('There is no such zone.')
    return zone
  }
  const partOf = (id: TLShapeId, index = 0) => {
    const cell = planOf(zoneOf(id).props).cells[index]
    if (!cell) throw new Error('It has no such part.')
    return cell
  }
  const scaleIn = (id: TLShapeId, index?: number) => noteScaleIn(zoneOf(id).props, partOf(id, index))
  const noteIn = (id: TLShapeId, scale?: number) => {
    const { box } = partOf(id)
    const place = { parentId: id, x: box.x + 40, y: box.y + 30 }
    const note = a.note(scale === undefined ? place : { ...place, props: { scale } })
    exchange()
    return note
  }
  const pointer = (name: TLPointerEventInfo['name'], page: { x: number; y: number }) => {
    editor.dispatch({
      ...{ type: 'pointer', target: 'canvas', name, pointerId: 1, button: 0, isPen: false },
      ...{ point: { ...editor.pageToScreen(page), z: 0.5 } },
      ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
    })
    editor.emit('tick', 16)
  }
  /** Takes hold of the note near its upper left corner. */
  const drag = (note: TLShapeId, to: { x: number; y: number }) => {
    const corner = editor.getShapePageTransform(note).point()
    const hold = { x: corner.x + 60, y: corner.y + 60 }
    editor.select(note)
    editor.setCurrentTool('select')
    pointer('pointer_move', hold)
    pointer('pointer_down', hold)
    pointer('pointer_move', { x: (hold.x + to.x) / 2, y: (hold.y + to.y) / 2 })
    pointer('pointer_move', to)
    pointer('pointer_up', to)
  }
  const spotIn = (id: TLShapeId, index = 0) => {
    const { x, y, w, h } = partOf(id, index).box
    const zone = zoneOf(id)
    return { x: zone.x + x + w * 0.4, y: zone.y + y + h * 0.4 }
  }
  return { ...pair, editor, noteIn, drag, spotIn, scaleIn, zoneOf, partOf }
}

describe('a note that is dragged into a zone of other sizes', () => {
  test('becomes as large as notes are there, under the pointer, in the same step for undo, for everybody', () => {
    const { a, b, editor, exchange, noteIn, drag, spotIn, scaleIn } = board()
    const id = noteIn(large)
    const before = a.shape(id)
    expect(before.props).toMatchObject({ scale: scaleIn(large) })
    const to = spotIn(small, 1)
    drag(id, to)
    const dropped = { parentId: small, props: { scale: scaleIn(small) } }
    expect(a.shape(id)).toMatchObject(dropped)
    expect(scaleIn(small)).toBeLessThan(scaleIn(large) * 0.8)
    expect(editor.getShapePageBounds(id)?.containsPoint(to)).toBe(true)
    exchange()
    expect(b.shape(id)).toMatchObject(dropped)
    editor.undo()
    const { parentId, x, y, props } = before
    expect(a.shape(id)).toMatchObject({ parentId, x, y, props })
    editor.redo()
    expect(a.shape(id)).toMatchObject(dropped)
  })

  test('becomes larger too, and back what it was on its way back', () => {
    const { a, noteIn, drag, spotIn, scaleIn } = board()
    const id = noteIn(small)
    drag(id, spotIn(large))
    expect(a.shape(id)).toMatchObject({ parentId: large, props: { scale: scaleIn(large) } })
    drag(id, spotIn(small))
    expect(a.shape(id)).toMatchObject({ parentId: small, props: { scale: scaleIn(small) } })
  })

  test('that came smaller into a full part is of the usual size where there is room', () => {
    const { a, noteIn, drag, spotIn, scaleIn, zoneOf, partOf } = board()
    const [, smaller = 0] = scalesIn(zoneOf(small).props, partOf(small))
    const id = noteIn(small, smaller)
    drag(id, spotIn(large))
    expect(a.shape(id).props).toMatchObject({ scale: scaleIn(large) })
  })

  test('stays as large as somebody has made it', () => {
    const { a, noteIn, drag, spotIn } = board()
    const id = noteIn(large, 3)
    drag(id, spotIn(small))
    expect(a.shape(id)).toMatchObject({ parentId: small, props: { scale: 3 } })
  })

  test('stays as it is where notes are as large, and within its zone', () => {
    const { a, noteIn, drag, spotIn, scaleIn } = board()
    const id = noteIn(small)
    drag(id, spotIn(small, 2))
    expect(a.shape(id)).toMatchObject({ parentId: small, props: { scale: scaleIn(small) } })
  })

  test('lies in the part over which it is let go, however it is held', () => {
    const { a, noteIn, drag, zoneOf, partOf, scaleIn } = board()
    const id = noteIn(large)
    const [zone, left, right] = [zoneOf(small), partOf(small, 0).box, partOf(small, 1).box]
    const line = zone.x + (left.x + left.w + right.x) / 2
    // Its middle is a little beyond the line; smaller and held where it is, it would be on the other side of it.
    const fromHand = 100 * scaleIn(large) - 60
    const beyond = (fromHand * (1 + scaleIn(small) / scaleIn(large))) / 2
    drag(id, { x: line - beyond, y: zone.y + right.y + 60 })
    const note = a.shape(id)
    if (!isNote(note)) throw new Error('It is no note.')
    expect(partOf(small, 1).holds(middleOf(note))).toBe(true)
  })
})
