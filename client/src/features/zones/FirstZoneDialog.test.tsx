import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, test, vi } from 'vitest'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { twoBoards } from '../../canvas/testing/test-boards.ts'
import { createZones } from '../../canvas/zoning/create-zones.ts'
import { startI18n } from '../../i18n/i18n.ts'
import { FirstZoneDialog } from './FirstZoneDialog.tsx'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

test('what needs a zone says so on a board without any, and leads to drawing the first', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const words = await startI18n()
  await words.changeLanguage('en')
  await words.loadNamespaces(['zones', 'ui'])
  const { a } = twoBoards([], ['facilitator', 'facilitator'])
  const { zones, stop } = createZones(a.editor, a.context)
  const canvas: Partial<CanvasHandle> = { zoning: zones }
  const onClose = vi.fn()
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  await act(async () =>
    root.render(
      <I18nextProvider i18n={words}>
        <FirstZoneDialog canvas={canvas as CanvasHandle} title="Bring in ideas" onClose={onClose} />
      </I18nextProvider>,
    ),
  )
  const dialog = document.querySelector('[role=alertdialog]')
  expect(dialog?.textContent).toContain('Bring in ideas')
  expect(dialog?.textContent).toContain('the board has none yet')
  const draw = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Draw your first zone',
  )
  await act(async () => draw?.click())
  expect([zones.isOn.get(), zones.isDrawing.get()]).toEqual([true, true])
  expect(onClose).toHaveBeenCalledOnce()
  await act(async () => root.unmount())
  stop()
})
