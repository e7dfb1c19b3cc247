import type { i18n } from 'i18next'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../i18n/i18n.ts'
import type { BoardConnection, ConnectionStatus, LineState, SavingStatus } from '../../sync/board-connection.ts'
import { createWritable } from '../../sync/readable.ts'
import { LineTag } from './LineTag.tsx'
import { SavingWords } from './SavingWords.tsx'

const line = createWritable<LineState>({ roundTripMs: 40, quality: 'good' })
const saving = createWritable<SavingStatus>({ status: 'saved' })
const connection = {
  ...{ line, saving, savesData: createWritable(false) },
  connection: createWritable<ConnectionStatus>({ status: 'online' }),
} as Partial<BoardConnection> as BoardConnection
const device = { isKept: createWritable(true), pictures: { states: createWritable(new Map()) } } as never

let instance: i18n
let root: Root
let place: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  instance = await startI18n()
  await instance.loadNamespaces('board')
  place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  act(() => {
    root.render(
      <I18nextProvider i18n={instance}>
        <SavingWords connection={connection} device={device} />
        <LineTag connection={connection} />
      </I18nextProvider>,
    )
  })
})
afterEach(() => act(() => root.unmount()))

const shown = () => place.textContent
const spoken = () => [...place.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)

test('a line that is slow is said beside what is saved, and to nobody’s ears', () => {
  act(() => line.set({ roundTripMs: 900, quality: 'slow' }))
  expect(shown()).toBe('SavedSlow line')
  expect(spoken()).toEqual([''])
})

test('a line on which nothing comes is said once, in the words about what is saved', () => {
  act(() => line.set({ roundTripMs: 900, quality: 'silent' }))
  expect(spoken()).toEqual(['Offline, trying again'])
  expect(shown()).not.toContain('No answer')
  act(() => saving.set({ status: 'saving', unsaved: 2 }))
  expect(spoken()).toEqual(['Offline, 2 changes kept on this device'])
})
