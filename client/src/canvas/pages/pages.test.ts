import { type TLPageId, type TLShapeId, toRichText } from 'tldraw'
import { beforeEach, expect, test } from 'vitest'
import { firstPageId } from '#shared/board/new-board.ts'
import { maxPages } from '#shared/limits.ts'
import { designSprintWeek } from '#shared/templates/sprint/design-sprint-week.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createHandle } from '../handle/create-handle.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { addPage, goToPage, removePage, renamePage } from './board-pages.ts'

const tuesday = 'page:tuesday' as TLPageId
const friday = 'page:friday' as TLPageId
const zoneId = (key: string) => `shape:zone-${key}` as TLShapeId

let pair: ReturnType<typeof twoBoards>
beforeEach(() => {
  pair = twoBoards(templateRecords(designSprintWeek), ['facilitator', 'editor'])
})

const titles = ({ editor }: TestBoard) => editor.getPages().map(({ name }) => name)
const handleOf = ({ editor, context, board }: TestBoard) => createHandle(editor, context, board.binding).handle

test('a board of several pages shows them in their order, in the reader’s language', () => {
  const { a } = pair
  expect(titles(a)).toEqual(['Brief', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
  a.context.locale.set('ar')
  const handle = handleOf(a)
  expect(handle.pages.get().map(({ title }) => title)[1]).toBe('الاثنين')
  expect(handle.pageId.get()).toBe(firstPageId)
})

test('whoever is brought to a zone is brought to its page, and what is said of the board is said of all pages', () => {
  const { a } = pair
  const handle = handleOf(a)
  handle.goToZones([zoneId('tuesday-demos'), zoneId('friday-grid')])
  expect(a.editor.getCurrentPageId()).toBe(tuesday)
  expect(handle.pageId.get()).toBe(tuesday)
  const id = handle.addNote(zoneId('friday-grid'), 'on another page')
  expect(a.editor.getCurrentPageId()).toBe(tuesday)
  const after = handleOf(a)
  expect(after.notes.get().map(({ text }) => text)).toEqual(['on another page'])
  expect(after.zones.get()).toHaveLength(designSprintWeek.zones.length)
  expect(after.zones.get().map(({ key }) => key)).toEqual(designSprintWeek.zones.map(({ key }) => key))
  handle.goToNote(id ?? '')
  expect(a.editor.getCurrentPageId()).toBe(friday)
  expect(a.editor.getSelectedShapeIds()).toEqual([id])
})

test('what a person goes to herself is told from where she is brought', () => {
  const handle = handleOf(pair.a)
  handle.bringToZones([zoneId('tuesday-demos')])
  expect(pair.a.editor.getCurrentPageId()).toBe(tuesday)
  expect(handle.wentCount.get()).toBe(0)
  handle.goToZones([zoneId('friday-grid')])
  handle.goToZone(zoneId('tuesday-demos'))
  handle.goToPage(friday)
  expect(handle.wentCount.get()).toBe(3)
})

test('only zones of the page that is shown are in view', () => {
  const { a } = pair
  goToPage(a.editor, friday)
  a.editor.zoomToFit({ immediate: true })
  const inView = handleOf(a).zonesInView.get()
  expect(inView.length).toBeGreaterThan(0)
  expect(inView.filter((id) => !id.startsWith('shape:zone-friday-'))).toEqual([])
})

test('whoever’s view is held does not turn the page, but is brought to another', () => {
  const { b } = pair
  const handle = handleOf(b)
  handle.holdView(true)
  handle.goToPage(friday)
  expect(b.editor.getCurrentPageId()).toBe(firstPageId)
  handle.goToZone(zoneId('friday-grid'))
  expect(b.editor.getCurrentPageId()).toBe(friday)
})

test('a page that a facilitator makes can be looked at by others, who see what is put on it', () => {
  const { a, b, exchange } = pair
  const id = addPage(a.editor, 'Parking') as TLPageId
  expect(a.editor.getCurrentPageId()).toBe(id)
  const note = a.note({ props: { richText: toRichText('later') } })
  exchange()
  goToPage(b.editor, id)
  expect(b.editor.getCurrentPageShapes().map((shape) => shape.id)).toEqual([note])
  expect(b.editor.getCamera()).toMatchObject({ x: 0, y: 0 })
  renamePage(a.editor, id, 'Car park')
  exchange()
  expect(titles(b).at(-1)).toBe('Car park')
})

test('a page that is renamed is called so in every language', () => {
  const { a, b, exchange } = pair
  renamePage(a.editor, friday, 'Market day')
  exchange()
  b.context.locale.set('ar')
  expect(handleOf(b).pages.get().at(-1)?.title).toBe('Market day')
})

test('participants make, name and take away no pages', () => {
  const { b } = pair
  const before = titles(b)
  addPage(b.editor, 'Mine')
  renamePage(b.editor, friday, 'Mine')
  b.editor.store.remove([friday])
  expect(titles(b)).toEqual(before)
  expect(b.editor.getPage(b.editor.getCurrentPageId())).toBeDefined()
})

test('a page with something on it stays, and so does the first', () => {
  const { a } = pair
  expect(removePage(a.editor, friday)).toBe(false)
  a.editor.store.remove([friday])
  const empty = addPage(a.editor, 'Empty') as TLPageId
  expect(titles(a)).toHaveLength(7)
  expect(removePage(a.editor, empty)).toBe(true)
  expect(titles(a)).toHaveLength(6)
  a.editor.selectAll().deleteShapes(a.editor.getSelectedShapeIds())
  a.editor.store.remove([firstPageId as TLPageId])
  expect(titles(a)).toHaveLength(6)
})

test('who looks at a page that somebody takes away is on another, and can go on', () => {
  const { a, b, exchange } = pair
  const id = addPage(a.editor, 'Short') as TLPageId
  exchange()
  goToPage(b.editor, id)
  removePage(a.editor, id)
  exchange()
  expect(b.editor.getPage(id)).toBeUndefined()
  expect(b.editor.getPage(b.editor.getCurrentPageId())).toBeDefined()
  const note = b.note()
  exchange()
  expect(a.shape(note).parentId).toBe(b.shape(note).parentId)
})

test('undo of a note that was made on another page brings back there', () => {
  const { a } = pair
  const note = a.note()
  goToPage(a.editor, friday)
  a.editor.undo()
  expect(a.editor.getShape(note)).toBeUndefined()
  expect(a.editor.getCurrentPageId()).toBe(firstPageId)
})

test('there are no more pages than there may be', () => {
  const { a } = pair
  for (let i = titles(a).length; i < maxPages; i += 1) expect(addPage(a.editor, `Page ${i}`)).toBeDefined()
  expect(addPage(a.editor, 'One more')).toBeUndefined()
})

test('a zone that is copied onto another page has a key of its own', () => {
  const { a } = pair
  const zone = a.shape(zoneId('tuesday-demos'))
  goToPage(a.editor, friday)
  const id = 'shape:copy' as TLShapeId
  a.editor.createShape({ ...zone, id, parentId: friday })
  expect(a.shape(id).props).toMatchObject({ key: expect.stringMatching(/^zone-/) })
})
