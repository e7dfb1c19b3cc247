import type { i18n } from 'i18next'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { readZones } from '../../canvas/handle/board-content.ts'
import { twoBoards } from '../../canvas/testing/test-boards.ts'
import { createZones } from '../../canvas/zoning/create-zones.ts'
import { addZone, nameZone } from '../../canvas/zoning/zone-changes.ts'
import { startI18n } from '../../i18n/i18n.ts'
import { Toaster } from '../../ui/Toaster.tsx'
import { ZonesPanel } from './ZonesPanel.tsx'

const rowHeight = 50

let root: Root
let words: i18n
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  words = await startI18n()
  await words.changeLanguage('en')
  await words.loadNamespaces(['zones', 'ui'])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The list beside a real board with the zones A, B, C and D, and somebody else's board. */
async function listOfFour() {
  const { a, b, exchange } = twoBoards([], ['facilitator', 'facilitator'])
  for (const name of ['A', 'B', 'C', 'D']) {
    const id = addZone(a.editor, a.context)
    const zone = readZones(a.editor).find((each) => each.id === id)
    if (zone) nameZone(a.editor, a.context, zone, name)
  }
  exchange()
  const { zones, stop } = createZones(a.editor, a.context)
  zones.open(true)
  const canvas: Partial<CanvasHandle> = { zoning: zones }
  root = createRoot(document.body.appendChild(document.createElement('div')))
  await act(async () =>
    root.render(
      <I18nextProvider i18n={words}>
        <Toaster>
          <ZonesPanel canvas={canvas as CanvasHandle} session={undefined} />
        </Toaster>
      </I18nextProvider>,
    ),
  )
  const rows = () => [...document.querySelectorAll('ol > li')]
  const headings = () => rows().map((row) => row.querySelector('[dir=auto]')?.textContent)
  /** The list follows the board a few times a second. */
  const expectRows = async (...expected: string[]) => {
    await act(async () => void vi.advanceTimersByTime(1_000))
    expect(headings()).toEqual(expected)
  }
  await expectRows('A', 'B', 'C', 'D')
  // Nothing is laid out here: each row is as high as the others.
  for (const [i, row] of rows().entries())
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, i * rowHeight, 300, rowHeight))
  const handle = (name: string) => {
    const found = document.querySelector<HTMLElement>(`button[aria-label="Move ${name} in the order"]`)
    if (!found) throw new Error(`There is no handle of ${name}.`)
    // jsdom captures no pointers.
    found.setPointerCapture = () => undefined
    return found
  }
  const point = (on: HTMLElement, type: string, clientY: number) =>
    act(async () => void on.dispatchEvent(new PointerEvent(type, { clientY, bubbles: true, pointerId: 1 })))
  const order = ({ editor }: typeof a) => readZones(editor).map(({ props }) => props.heading.en)
  return { a, b, exchange, handle, point, expectRows, order, stop, rows }
}

test('a zone is dragged to another place in the order, which is everybody’s, and taken back by one undo', async () => {
  const { a, b, exchange, handle, point, expectRows, order, rows, stop } = await listOfFour()
  const grip = handle('D')
  await point(grip, 'pointerdown', 3.5 * rowHeight)
  await point(grip, 'pointermove', 1.2 * rowHeight)
  expect(rows().map((row) => row.getAttribute('data-drop'))).toEqual([null, 'before', null, null])
  expect(rows()[3]?.hasAttribute('data-in-hand')).toBe(true)
  expect(order(a)).toEqual(['A', 'B', 'C', 'D'])
  await point(grip, 'pointerup', 1.2 * rowHeight)
  await expectRows('A', 'D', 'B', 'C')
  exchange()
  expect(order(b)).toEqual(['A', 'D', 'B', 'C'])
  a.editor.undo()
  await expectRows('A', 'B', 'C', 'D')
  stop()
})

test('a zone that is let go where it was, or put back by Escape, stays in its place', async () => {
  const { a, handle, point, order, stop } = await listOfFour()
  const grip = handle('B')
  await point(grip, 'pointerdown', 1.5 * rowHeight)
  await point(grip, 'pointermove', 2.2 * rowHeight)
  await point(grip, 'pointerup', 2.2 * rowHeight)
  expect(order(a)).toEqual(['A', 'B', 'C', 'D'])
  await point(grip, 'pointerdown', 1.5 * rowHeight)
  await point(grip, 'pointermove', 3.9 * rowHeight)
  await act(async () => void grip.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
  await point(grip, 'pointerup', 3.9 * rowHeight)
  expect(order(a)).toEqual(['A', 'B', 'C', 'D'])
  stop()
})
