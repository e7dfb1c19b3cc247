import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DefaultFontStyle, type TLAssetId, type TLShapeId, useEditor, useToasts } from 'tldraw'
import type { BoardConnection } from '../sync/board-connection.ts'
import type { PictureSender } from '../sync/pictures/picture-sender.ts'
import type { PictureFault } from '../sync/pictures/post-picture.ts'
import { guardLayer } from './alone/guard-layer.ts'
import { writeWhenLetGo } from './binding/write-when-let-go.ts'
import type { CanvasContext } from './canvas-context.ts'
import type { CanvasHandle } from './canvas-handle.ts'
import { copySoundly } from './copy-soundly.ts'
import type { PreparingFault } from './files/prepare-picture.ts'
import { createPutPictures } from './files/put-pictures.ts'
import { registerContent } from './files/register-content.ts'
import { createHandle, startEditing } from './handle/create-handle.ts'
import { keepCamera } from './keep-camera.ts'
import { navigateInReadingOrder } from './navigation/navigate-in-reading-order.ts'
import type { ActiveNotes } from './note/active-notes.ts'
import type { BoardStore } from './open-board-store.ts'
import { leavePages, readyPages } from './pages/board-pages.ts'
import { guardPages } from './pages/guard-pages.ts'
import { publishPresence } from './presence/publish-presence.ts'
import { showPeople } from './presence/show-people.ts'
import { restTicks } from './rest-ticks.ts'
import { roundDraggedPlaces } from './round-dragged-places.ts'
import { stampMaker } from './stamp-maker.ts'
import { followEditing } from './text/merging-text.ts'
import { useHeldReports } from './use-held-reports.ts'
import { followAxes } from './values/axes.ts'
import { guardZones } from './zone/guard-zones.ts'
import { holdToStep } from './zone/hold-to-step.ts'
import { ZoneName } from './zoning/ZoneName.tsx'

export type CanvasPartsProps = {
  readonly boardStore: BoardStore
  readonly connection: BoardConnection
  readonly pictures: PictureSender
  readonly context: CanvasContext
  readonly activeNotes: ActiveNotes
  readonly onReady: (handle: CanvasHandle) => void
}

/** What lives inside the editor, from the moment it is there until it goes. */
export function CanvasParts(props: CanvasPartsProps) {
  const { boardStore, connection, pictures, context, activeNotes, onReady } = props
  const editor = useEditor()
  const reports = usePictureReports()
  const tellHeld = useHeldReports(context)
  const ready = useRef(onReady)
  ready.current = onReady
  const { t } = useTranslation('canvas')
  useEffect(() => {
    boardStore.textHost.label = t('noteText')
    context.aloneWords.set(t('alone.onlyYou'))
    context.zoning.nameOf.set((number) => t('zoning.unnamed', { number }))
  }, [boardStore, context, t])

  useEffect(() => {
    const { binding, history, textHost } = boardStore
    textHost.editor = editor
    const savesData = connection.savesData.get
    const putPictures = createPutPictures({ editor, sender: pictures, savesData, reports })
    registerContent(editor, putPictures, {
      ...{ context, tellHeld },
      takesLinks: () => binding.homes.writing === 'off',
    })
    navigateInReadingOrder(editor, context)
    // The handwriting that tldraw begins with has no Arabic letters and is hard to read from the back of a room.
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
    const open = createHandle(editor, context, binding)
    const stops = [
      restTicks(editor),
      guardZones(editor, context),
      copySoundly(editor),
      guardPages(editor, context),
      guardLayer(editor, binding),
      holdToStep(editor, context, tellHeld),
      stampMaker(editor, context, history, () => connection.self.get()?.participantId),
      roundDraggedPlaces(editor, history),
      followAxes(editor, history),
      followEditing(editor, binding),
      writeWhenLetGo(editor, binding),
      binding.attachHost({
        runMerge(merge) {
          editor.run(merge, { history: 'ignore', ignoreShapeLock: true })
          readyPages(editor)
        },
        onBeforeRemove(ids) {
          leavePages(editor, ids)
          const editing = editor.getEditingShapeId()
          if (editing === null || !ids.has(editing)) return
          editor.setEditingShape(null)
          editor.setCurrentTool('select')
        },
        onTextMoved(id) {
          editor.setEditingShape(null)
          editor.setCurrentTool('select')
          // Its text is another one from the next frame on; whoever was in the middle of a word goes on with it.
          editor.timers.requestAnimationFrame(() => {
            const shape = editor.getShape(id as TLShapeId)
            if (shape && editor.getEditingShapeId() === null) startEditing(editor, shape)
          })
        },
      }),
      followAlone(context, connection, open.handle),
      keepCamera(editor, connection, context.dir.get()),
      activeNotes.follow(editor),
      showPeople(editor, connection, context.cursors, context.isLaserForAll),
      publishPresence(editor, connection, (id) => binding.homes.of(id) === 'layer'),
      pictures.onRefused(({ assetId, fault, fileName }) => {
        reports.failed(fault, fileName)
        putPictures.remove(assetId as TLAssetId)
      }),
      open.stop,
    ]
    ready.current(open.handle)
    return () => {
      for (const stop of stops) stop()
      if (textHost.editor === editor) textHost.editor = undefined
    }
  }, [editor, boardStore, connection, pictures, context, activeNotes, reports, tellHeld])

  return <ZoneName />
}

/** @returns the stop. */
function followAlone(
  context: CanvasContext,
  { alone }: Pick<BoardConnection, 'alone'>,
  { aloneByZone }: Pick<CanvasHandle, 'aloneByZone'>,
): () => void {
  const show = () => {
    context.aloneCounts.set(alone.get() ?? {})
    context.ownCounts.set(aloneByZone.get())
  }
  show()
  const stops = [alone.subscribe(show), aloneByZone.subscribe(show)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Toasts for pictures on their way. The same object while the component lives: handlers are registered once. */
function usePictureReports() {
  const { addToast, removeToast } = useToasts()
  const { t } = useTranslation('canvas')
  const latest = useRef({ addToast, removeToast, t })
  latest.current = { addToast, removeToast, t }
  return useRef({
    preparing(count: number) {
      const id = latest.current.addToast({
        title: latest.current.t('upload.preparing', { count }),
        severity: 'info',
        keepOpen: true,
      })
      return () => latest.current.removeToast(id)
    },
    failed(fault: PreparingFault | PictureFault, fileName: string) {
      latest.current.addToast({
        title: latest.current.t(`upload.${fault}`),
        description: fileName,
        severity: 'error',
      })
    },
  }).current
}
