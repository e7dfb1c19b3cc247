import { expect, test } from 'vitest'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { readZones } from './board-content.ts'
import { findZonesInView } from './zones-in-view.ts'

test('a zone is in view when enough of it or of the screen is, and not when one has wandered off', () => {
  const template = templates[0]
  const { a } = twoBoards(template ? templateRecords(template) : [])
  const zone = readZones(a.editor)[3]
  if (!zone) throw new Error('The template has no zones.')
  const bounds = a.editor.getShapePageBounds(zone)
  if (!bounds) throw new Error('The zone has no place.')
  const lookAt = (x: number, z: number) =>
    a.editor.setCamera({ x: -x, y: -bounds.y, z }, { immediate: true, force: true })
  lookAt(bounds.x, 1)
  expect(findZonesInView(a.editor)).toContain(zone.id)
  // Close up it is more than the screen; the corner of it that is left at the edge is not enough.
  lookAt(bounds.x + bounds.w / 2, 4)
  expect(findZonesInView(a.editor)).toContain(zone.id)
  lookAt(bounds.x + bounds.w * 0.9, 1)
  expect(findZonesInView(a.editor)).not.toContain(zone.id)
  lookAt(bounds.x + 20_000, 1)
  expect(findZonesInView(a.editor)).toEqual([])
})
