import {
  CameraRecordType,
  type Editor,
  getIndexAbove,
  InstancePageStateRecordType,
  isPageId,
  PageRecordType,
  type TLPageId,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { pageTitle } from '#shared/board/pages.ts'
import { maxPages } from '#shared/limits.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { PageSummary } from '../canvas-handle.ts'

export function summarisePages(editor: Editor, context: CanvasContext): PageSummary[] {
  const locale = context.locale.get()
  return editor.getPages().map((page) => ({ id: page.id, title: pageTitle(page, locale) }))
}

/** Of every page, for what is said of the whole board: lists, votes, counts. */
export function shapesOfAllPages(editor: Editor): readonly TLShape[] {
  if (editor.getPages().length < 2) return editor.getCurrentPageShapes()
  return editor.store.query.records('shape').get()
}

/** Where in the order of pages a shape lies. */
export function pagePlaceOf(editor: Editor, shape: TLShape): number {
  const pageId = editor.getAncestorPageId(shape)
  return editor.getPages().findIndex(({ id }) => id === pageId)
}

/** Shows another page as the person chose herself: undo brings her back, to where she did what it takes back. */
export function goToPage(editor: Editor, pageId: string): void {
  if (!isPageId(pageId) || pageId === editor.getCurrentPageId() || !editor.getPage(pageId)) return
  editor.setCurrentPage(pageId)
}

/** Shows the page that a shape lies on. */
export function goToPageOf(editor: Editor, shapeId: TLShapeId): void {
  const pageId = editor.getAncestorPageId(shapeId)
  if (pageId === undefined || pageId === editor.getCurrentPageId()) return
  editor.stopFollowingUser()
  editor.complete()
  // She is brought there, or looks for something: that is nothing to be undone.
  editor.run(() => editor.store.put([{ ...editor.getInstanceState(), currentPageId: pageId }]), { history: 'ignore' })
}

/**
 * Gives pages that came from others what tldraw's editor keeps for each: it makes that only for pages made here. Without
 * it nobody could look at them.
 */
export function readyPages(editor: Editor): void {
  const missing = editor.getPages().flatMap(({ id }) => {
    const camera = CameraRecordType.createId(id)
    const state = InstancePageStateRecordType.createId(id)
    return [
      ...(editor.store.has(camera) ? [] : [CameraRecordType.create({ id: camera })]),
      ...(editor.store.has(state) ? [] : [InstancePageStateRecordType.create({ id: state, pageId: id })]),
    ]
  })
  if (missing.length > 0) editor.run(() => editor.store.put(missing), { history: 'ignore' })
}

/** Before pages go away because somebody else took them: nobody may be left on one of them. */
export function leavePages(editor: Editor, ids: ReadonlySet<string>): void {
  if (!ids.has(editor.getCurrentPageId())) return
  const next = editor.getPages().find(({ id }) => !ids.has(id))
  if (next) editor.run(() => editor.setCurrentPage(next.id), { history: 'ignore' })
}

/** @returns its id; undefined where there are as many as there may be. */
export function addPage(editor: Editor, title: string): TLPageId | undefined {
  const pages = editor.getPages()
  if (pages.length >= maxPages) return undefined
  const id = PageRecordType.createId()
  editor.markHistoryStoppingPoint('add page')
  const index = getIndexAbove(pages.at(-1)?.index)
  editor.store.put([PageRecordType.create({ id, name: title, index, meta: {} })])
  if (!editor.getPage(id)) return undefined
  editor.setCurrentPage(id)
  return id
}

/** One title for everybody: a translation that says something else would be worse than none. */
export function renamePage(editor: Editor, pageId: string, title: string): void {
  const page = isPageId(pageId) ? editor.getPage(pageId) : undefined
  if (!page || page.name === title) return
  editor.markHistoryStoppingPoint('rename page')
  const { title: _, ...meta } = page.meta
  editor.store.put([{ ...page, name: title, meta }])
}

/** Whether there is nothing on it: only then can it be taken away. */
function isPageEmpty(editor: Editor, pageId: string): boolean {
  return isPageId(pageId) && editor.getSortedChildIdsForParent(pageId).length === 0
}

/** @returns whether it is gone. */
export function removePage(editor: Editor, pageId: string): boolean {
  if (!isPageId(pageId) || !isPageEmpty(editor, pageId)) return false
  editor.markHistoryStoppingPoint('remove page')
  editor.deletePage(pageId)
  return editor.getPage(pageId) === undefined
}
