import { Box } from 'tldraw'
import { expect, test } from 'vitest'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { showBounds, zoomSteps } from './show-bounds.ts'
import { twoBoards } from './testing/test-boards.ts'

test('the smallest phone can show the widest template whole', () => {
  const widths = templates.map((template) => {
    const { editor } = twoBoards(templateRecords(template)).a
    return { editor, bounds: editor.getCurrentPageBounds() ?? new Box() }
  })
  const [widest] = widths.sort((a, b) => b.bounds.w - a.bounds.w)
  if (!widest) throw new Error('There are no templates.')
  const { editor, bounds } = widest
  editor.setCameraOptions({ zoomSteps })
  editor.updateViewportScreenBounds(new Box(0, 0, 320, 480))
  showBounds(editor, bounds, { dir: 'ltr', isImmediate: true })
  expect(editor.getViewportPageBounds().contains(bounds)).toBe(true)
})
