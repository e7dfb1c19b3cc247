import { Box } from 'tldraw'
import { expect, test } from 'vitest'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { zonesOfPage } from '../handle/board-content.ts'
import { showBounds } from '../show-bounds.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { placeInView } from './place-in-view.ts'

const template = templates.find(({ id }) => id === 'design-sprint-tuesday-sketch')

function boardOn(screen: Box) {
  const { editor } = twoBoards(template ? templateRecords(template) : []).a
  editor.updateViewportScreenBounds(screen)
  return editor
}

test.each([
  ['a phone', new Box(0, 0, 390, 720)],
  ['a desk', new Box(0, 0, 1_440, 820)],
])('on %s what comes without a point lies in the zone that one went to', (_screen, screen) => {
  const editor = boardOn(screen)
  const zones = zonesOfPage(editor)
  expect(zones.length).toBeGreaterThan(5)
  for (const { id } of zones) {
    const bounds = editor.getShapePageBounds(id)
    if (!bounds) throw new Error('a zone without bounds')
    showBounds(editor, bounds, { dir: 'ltr', isImmediate: true })
    expect(bounds.containsPoint(placeInView(editor))).toBe(true)
  }
})

test('away from all zones it lies in the middle', () => {
  const editor = boardOn(new Box(0, 0, 390, 720))
  editor.setCamera({ x: 90_000, y: 90_000, z: 1 }, { immediate: true })
  expect(placeInView(editor)).toMatchObject(editor.getViewportPageBounds().center.toJson())
})
