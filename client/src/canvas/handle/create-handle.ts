import { createShapeId, type Editor, isShapeId, react, type TLShape, type TLShapeId, toRichText } from 'tldraw'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { noteScale, noteSide } from '#shared/board/note-place.ts'
import { createWritable } from '../../sync/readable.ts'
import type { StoreBinding } from '../binding/bind-store.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { CanvasHandle } from '../canvas-handle.ts'
import { focusCanvas } from '../focus-canvas.ts'
import { createItems } from '../items/create-items.ts'
import { freshNoteIn } from '../items/fresh-note.ts'
import { roomIn } from '../items/room-in.ts'
import {
  addPage,
  goToPage,
  goToPageOf,
  removePage,
  renamePage,
  shapesOfAllPages,
  summarisePages,
} from '../pages/board-pages.ts'
import { clientIdOf, userIdOf } from '../presence/user-id.ts'
import { showBounds } from '../show-bounds.ts'
import { createValues } from '../values/create-values.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { createZones } from '../zoning/create-zones.ts'
import { countAlone, summariseNotes, summariseZones } from './board-content.ts'
import { boundsToRead, keepShown } from './keep-shown.ts'
import { watch } from './watch.ts'
import { findPagesOfOthers, findZonesInView, findZonesSeenBy } from './zones-in-view.ts'

export interface OpenHandle {
  readonly handle: CanvasHandle
  stop(): void
}

export function createHandle(
  editor: Editor,
  context: CanvasContext,
  { hiddenCount, homes }: Pick<StoreBinding, 'hiddenCount' | 'homes'>,
): OpenHandle {
  const zones = watch('zones', () => summariseZones(editor, context))
  const notes = watch('notes', () => summariseNotes(editor, context))
  const isEmpty = watch('nothing there', () => shapesOfAllPages(editor).length === 0)
  const aloneByZone = watch('notes of one’s own', () => countAlone(editor, context))
  const selectedAlone = watch('selected of one’s own', () => readSelectedAlone(editor, context))
  const pages = watch('pages', () => summarisePages(editor, context))
  const pagesOfOthers = watch('pages of others', () => findPagesOfOthers(editor))
  const pageId = createWritable<string>(editor.getCurrentPageId())
  const stopPage = react('page', () => pageId.set(editor.getCurrentPageId()))
  const zonesInView = watch('zones in view', () => findZonesInView(editor))
  const following = createWritable<number | null>(null)
  const stopFollowing = react('following', () => {
    following.set(clientIdOf(editor.getInstanceState().followingUserId))
  })

  const pieces = createItems(editor, context, homes)
  const noteValues = createValues(editor, context)
  const zoning = createZones(editor, context)
  const view = keepShown(editor, () => context.dir.get())
  const show = (id: TLShapeId) => {
    goToPageOf(editor, id)
    // On another page it is nowhere to be kept in view.
    view.show(() => (editor.isShapeInPage(id) ? editor.getShapePageBounds(id) : undefined))
  }
  const wentCount = createWritable(0)
  const goes = () => wentCount.set(wentCount.get() + 1)
  const find = (id: string): TLShape | undefined => (isShapeId(id) ? editor.getShape(id) : undefined)

  const handle: CanvasHandle = {
    zones: zones.value,
    notes: notes.value,
    isEmpty: isEmpty.value,
    aloneByZone: aloneByZone.value,
    selectedAlone: selectedAlone.value,
    hiddenCount,
    following,
    follow(clientId) {
      goes()
      if (clientId === null) editor.stopFollowingUser()
      else editor.startFollowingUser(userIdOf(clientId))
    },
    pages: pages.value,
    ...{ pageId, pagesOfOthers: pagesOfOthers.value },
    goToPage(id) {
      goes()
      if (!editor.getCameraOptions().isLocked) goToPage(editor, id)
    },
    addPage: (title) => addPage(editor, title) !== undefined,
    renamePage: (id, title) => renamePage(editor, id, title),
    removePage: (id) => removePage(editor, id),
    wentCount,
    goToZone(zoneId) {
      goes()
      const zone = find(zoneId)
      if (zone) show(zone.id)
    },
    goToZones(zoneIds) {
      goes()
      handle.bringToZones(zoneIds)
    },
    bringToZones(zoneIds) {
      const all = zoneIds.flatMap((zoneId) => find(zoneId)?.id ?? [])
      const [first] = all
      if (first === undefined) {
        handle.zoomToFit()
        return
      }
      goToPageOf(editor, first)
      view.show(() =>
        boundsToRead(
          editor,
          all.filter((id) => editor.isShapeInPage(id)),
        ),
      )
    },
    zonesInView: zonesInView.value,
    zonesSeenBy: (clientId) => findZonesSeenBy(editor, clientId),
    holdView(isHeld) {
      if (isHeld) editor.stopFollowingUser()
      editor.setCameraOptions({ ...editor.getCameraOptions(), isLocked: isHeld })
    },
    goToNote(noteId, options) {
      const shape = find(noteId)
      if (!shape) return false
      goes()
      goToPageOf(editor, shape.id)
      const bounds = editor.getShapePageBounds(shape)
      if (!bounds) return false
      // One note that fills the screen says nothing of where it is.
      const room = bounds.clone().expandBy(Math.max(bounds.w, bounds.h))
      showBounds(editor, room, { dir: context.dir.get(), mostZoom: 1 })
      editor.setCurrentTool('select')
      editor.select(shape.id)
      focusCanvas(editor)
      if (options?.edit) startEditing(editor, shape)
      return true
    },
    addNote(zoneId, text, cell) {
      if (editor.getIsReadonly()) return undefined
      const zone = zoneId === undefined ? undefined : find(zoneId)
      const id = createShapeId()
      editor.markHistoryStoppingPoint('add note')
      const part = isZoneShape(zone) && cell !== undefined ? planOf(zone.props).cells[cell] : undefined
      editor.createShape(
        isZoneShape(zone)
          ? { id, ...freshNoteIn(zone, roomIn(editor, context, zone), text, part) }
          : { id, type: 'note', ...middleOf(editor.getViewportPageBounds()), props: { richText: toRichText(text) } },
      )
      return editor.getShape(id) ? id : undefined
    },
    setNoteText(noteId, text) {
      const shape = find(noteId)
      if (!shape || editor.getIsReadonly()) return
      if (editor.getEditingShapeId() === shape.id) editor.complete()
      editor.markHistoryStoppingPoint('set note text')
      if ('richText' in shape.props) {
        editor.updateShape({ id: shape.id, type: shape.type, props: { richText: toRichText(text) } })
      } else if (shape.type === 'frame') {
        editor.updateShape({ id: shape.id, type: shape.type, props: { name: text } })
      }
    },
    zoomToFit() {
      const bounds = editor.getCurrentPageBounds()
      if (bounds) showBounds(editor, bounds, { dir: context.dir.get() })
    },
    loadPictures() {
      context.pictures.wantAll()
    },
    items: pieces.items,
    values: noteValues.values,
    zoning: zoning.zones,
    focus() {
      focusCanvas(editor)
    },
  }
  return {
    handle,
    stop() {
      zones.stop()
      notes.stop()
      isEmpty.stop()
      aloneByZone.stop()
      selectedAlone.stop()
      zonesInView.stop()
      pages.stop()
      pagesOfOthers.stop()
      stopPage()
      stopFollowing()
      pieces.stop()
      noteValues.stop()
      zoning.stop()
      view.stop()
    },
  }
}

function readSelectedAlone(editor: Editor, { aloneIds }: CanvasContext): string[] {
  const ids = aloneIds.get()
  return ids.size === 0 ? [] : editor.getSelectedShapeIds().filter((id) => ids.has(id))
}

export function startEditing(editor: Editor, shape: TLShape): void {
  if (editor.getIsReadonly() || !editor.getShapeUtil(shape).canEdit(shape)) return
  editor.select(shape.id)
  editor.setEditingShape(shape.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

function middleOf({ center }: { readonly center: { readonly x: number; readonly y: number } }) {
  const half = (noteSide * noteScale) / 2
  return { x: center.x - half, y: center.y - half }
}
