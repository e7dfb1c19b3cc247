import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { CarriedToBoard } from '#shared/http/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import type { CanvasHandle, NoteSummary, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { startI18n } from '../../i18n/i18n.ts'
import { createWritable } from '../../sync/readable.ts'
import { NotesPanel } from './NotesPanel.tsx'

const reaction: ZoneField = {
  kind: 'choice',
  key: 'reaction',
  label: { en: 'Reaction' },
  options: [
    { value: 'positive', word: { en: 'Positive' }, symbol: '+', tone: 'good' },
    { value: 'negative', word: { en: 'Negative' }, symbol: '–', tone: 'poor' },
  ],
}
const grid: ZoneSummary = {
  ...{
    id: 'shape:zone-grid',
    pageId: 'page:page',
    key: 'grid',
    order: 1,
    heading: 'Interview grid',
    name: 'Interview grid',
  },
  ...{ prompt: 'One observation on each note', noteKinds: ['note'], isVotable: false },
  cells: ['Person 1, First look', 'Person 2, First look'],
  told: ['First look: 1 of 2'],
  fields: [reaction],
}
const ideas: ZoneSummary = {
  ...{ ...grid, id: 'shape:zone-ideas', key: 'ideas', heading: 'Ideas', name: 'Ideas', prompt: '' },
  ...{ cells: [], told: [], fields: [] },
}
const seen: NoteSummary = {
  ...{ id: 'shape:seen', zoneId: grid.id, kind: 'note', text: 'Looks for the price', cell: 'Person 1, First look' },
  fields: [{ field: reaction, value: 'negative', isMixed: false }],
  isAlone: false,
  from: undefined,
  fromBoard: undefined,
  wentTo: [],
}
const beside: NoteSummary = { ...seen, id: 'shape:beside', zoneId: undefined, text: 'Beside', cell: '', fields: [] }

const addNote = vi.fn<CanvasHandle['addNote']>(() => 'shape:new')
const setValues = vi.fn<CanvasHandle['values']['set']>()
/** Of the canvas only what a list asks of it. */
const handle: Partial<CanvasHandle> = {
  zones: createWritable<readonly ZoneSummary[]>([grid, ideas]),
  notes: createWritable<readonly NoteSummary[]>([seen, beside]),
  pages: createWritable([{ id: 'page:page', title: '' }]),
  addNote,
  values: { selected: createWritable(undefined), set: setValues, watchZone: () => () => undefined },
}

let root: Root
let words: i18n
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.clearAllMocks()
  words = await startI18n()
  await words.changeLanguage('en')
  await words.loadNamespaces(['board', 'values'])
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
})

async function show(isReadOnly = false, carriedTo: readonly CarriedToBoard[] = []): Promise<void> {
  const queries = new QueryClient()
  queries.setQueryData(queryKeys.carriedToIn('here', 'en'), carriedTo)
  const panel = <NotesPanel canvas={handle as CanvasHandle} isReadOnly={isReadOnly} mayCarryOn={false} />
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  await act(async () =>
    root.render(
      <QueryClientProvider client={queries}>
        <I18nextProvider i18n={words}>
          <MemoryRouter initialEntries={['/boards/here']}>
            <Routes>
              <Route path="/boards/:boardId" element={panel} />
            </Routes>
          </MemoryRouter>
        </I18nextProvider>
      </QueryClientProvider>,
    ),
  )
}

const group = (name: string) => document.querySelector<HTMLElement>(`fieldset[aria-label="${name}"]`)

async function press(within: Element | null, name: string): Promise<void> {
  const button = [...(within?.querySelectorAll('button') ?? [])].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === name,
  )
  if (!button) throw new Error(`no button ${name}`)
  await act(async () => button.click())
}

async function type(control: HTMLTextAreaElement | HTMLSelectElement | null | undefined, value: string) {
  if (!control) throw new Error('nothing to type in')
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set
  await act(async () => {
    set?.call(control, value)
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  })
}

describe('the list of notes', () => {
  test('says of a zone what its background shows, and of a note where it lies and what it says', async () => {
    await show()
    expect(group('Interview grid')?.textContent).toContain('First look: 1 of 2')
    const [note] = group('Interview grid')?.querySelectorAll('ul:last-of-type > li') ?? []
    expect(note?.textContent).toContain('Looks for the price')
    expect(note?.textContent).toContain('Person 1, First look')
    expect(note?.textContent?.replaceAll(/\s+/g, ' ')).toMatch(/Reaction: – ?Negative/)
    expect(group('Outside the zones')?.textContent).toContain('Beside')
  })

  test('puts a new note into the part that is chosen, of a zone that has parts', async () => {
    await show()
    await press(group('Interview grid'), 'Add a note to Interview grid')
    await type(group('Interview grid')?.querySelector('textarea'), 'Skips the text')
    await type(group('Interview grid')?.querySelector('select'), '1')
    await press(group('Interview grid'), 'Add a note')
    expect(addNote).toHaveBeenCalledWith(grid.id, 'Skips the text', 1)
  })

  test('asks for no part where there is none, and makes nothing of no words', async () => {
    await show()
    await press(group('Ideas'), 'Add a note to Ideas')
    expect(group('Ideas')?.querySelector('select')).toBeNull()
    await press(group('Ideas'), 'Add a note')
    expect(addNote).not.toHaveBeenCalled()
    expect(setValues).not.toHaveBeenCalled()
  })

  test('says of a note to which other boards it was carried, once for each, and leads there', async () => {
    const copy = (id: string, zone: string | null, heading: string) => ({ of: seen.id, id, zone, heading })
    await show(false, [
      { id: 'card', title: 'Pilot card', copies: [copy('shape:c', 'proven', 'Proven'), copy('shape:twin', null, '')] },
      { id: 'plan', title: 'Plan', copies: [copy('shape:p', null, '')] },
    ])
    const links = [...(group('Interview grid')?.querySelectorAll('a') ?? [])]
    expect(links.map((link) => [link.textContent, link.getAttribute('aria-label')])).toEqual([
      ['Went to Pilot card: Proven', 'A copy went to Pilot card, into Proven: open it there'],
      ['Went to Plan', 'A copy went to Plan: open it there'],
    ])
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/boards/card?note=shape%3Ac&zone=proven',
      '/boards/plan?note=shape%3Ap',
    ])
    expect(group('Outside the zones')?.querySelector('a')).toBeNull()
  })

  test('offers who only looks on nothing to change', async () => {
    await show(true)
    expect(document.body.textContent).toContain('Looks for the price')
    expect(document.querySelector('[aria-label^="Add a note"], [aria-label^="Edit"]')).toBeNull()
  })
})
