import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n.ts'
import { Dialog } from './Dialog.tsx'

let root: Root
let words: Awaited<ReturnType<typeof startI18n>>
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  words = await startI18n()
  await words.changeLanguage('en')
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
})

const show = (content: ReactNode) =>
  act(async () =>
    root.render(
      <I18nextProvider i18n={words}>
        <Dialog isOpen onClose={() => undefined} title="Bring in">
          {content}
        </Dialog>
      </I18nextProvider>,
    ),
  )
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.getAttribute('role')

const form = (
  <form>
    <input type="hidden" />
    <input aria-label="Name" />
  </form>
)

describe('focus begins', () => {
  test('in the first field of a form, also of one that comes later', async () => {
    await show(<p>Looking…</p>)
    expect(focused()).toBe('dialog')
    await show(form)
    await vi.waitFor(() => expect(focused()).toBe('Name'))
  })

  test('on what is chosen, where the first field is a choice', async () => {
    await show(
      <form>
        <input type="radio" name="board" aria-label="Monday" />
        <input type="radio" name="board" aria-label="Tuesday" defaultChecked />
      </form>,
    )
    expect(focused()).toBe('Tuesday')
  })

  test('on the dialog itself where there is only something to read, not on the way out', async () => {
    await show(<button type="button">Far below</button>)
    expect(focused()).toBe('dialog')
  })
})

test('focus stays where somebody has gone while the form was on its way', async () => {
  const retry = <button key="retry" type="button" aria-label="Again" />
  await show([retry])
  const again = document.querySelector<HTMLElement>('[aria-label="Again"]')
  await act(async () => again?.focus())
  await show([retry, <div key="form">{form}</div>])
  // What is looked for has had its chance.
  await act(async () => undefined)
  expect(focused()).toBe('Again')
})
