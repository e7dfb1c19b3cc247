import 'tldraw/tldraw.css'
import './canvas.css'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type Editor, Tldraw, useTldrawUser } from 'tldraw'
import type { Doc } from 'yjs'
import { maxImageBytes, maxShapesPerPage } from '#shared/limits.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { BoardConnection } from '../sync/board-connection.ts'
import type { PictureSender } from '../sync/pictures/picture-sender.ts'
import type { Readable } from '../sync/readable.ts'
import { isSlowLine } from '../sync/slow-line.ts'
import type { StoreBinding } from './binding/bind-store.ts'
import { CanvasParts } from './CanvasParts.tsx'
import { type CanvasContext, createCanvasContext, ReactCanvasContext } from './canvas-context.ts'
import type { CanvasHandle } from './canvas-handle.ts'
import { imageMimeTypes } from './files/prepare-picture.ts'
import { ActiveNotes } from './note/active-notes.ts'
import { LightNoteShapeUtil } from './note/LightNoteShapeUtil.tsx'
import { type BoardStore, openBoardStore } from './open-board-store.ts'
import { SparingImageShapeUtil } from './picture/SparingImageShapeUtil.tsx'
import { userIdOf } from './presence/user-id.ts'
import { assetUrls, loadIcons } from './set-up/asset-urls.ts'
import { createCanvasUser } from './set-up/canvas-user.ts'
import { components } from './set-up/components.tsx'
import { bringOtherFontsLater, keepDeviceFonts } from './set-up/device-fonts.ts'
import { createOverrides } from './set-up/overrides.ts'
import { zoomSteps } from './show-bounds.ts'
import { applyWriting, type CanvasWriting, freeWriting } from './step-writing.ts'
import { letGoOfZones } from './zone/guard-zones.ts'
import { ZoneShapeUtil } from './zone/ZoneShapeUtil.tsx'
import { zoneTool } from './zoning/zone-tool.ts'

export type BoardCanvasProps = {
  readonly connection: BoardConnection
  readonly pictures: PictureSender
  readonly boardId: string
  readonly role: Role
  /** What the step of a session lets this person do; without it, what her role does. */
  readonly writing?: CanvasWriting
  /** What this person writes alone, while there is any of it; without it nothing is written alone. */
  readonly layer?: Readable<Doc | undefined>
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly colorScheme: 'light' | 'dark' | 'system'
  readonly licenseKey?: string
  readonly onReady: (handle: CanvasHandle) => void
}

const imageTypes = [...imageMimeTypes]
const videoTypes: string[] = []

/** The board itself. Its chunk is tldraw's, so load it with `lazy`; it waits for the first sync by itself. */
export default function BoardCanvas(props: BoardCanvasProps) {
  const { connection, pictures, boardId } = props
  const { t } = useTranslation('canvas')
  const isLoaded = useSyncExternalStore(connection.isLoaded.subscribe, connection.isLoaded.get)
  const [boardStore, setBoardStore] = useState<BoardStore>()

  // Beside the first sync, so that the icons are there when it is done.
  useEffect(() => void loadIcons(), [])
  useEffect(() => {
    if (!isLoaded) return
    const opened = openBoardStore(connection, boardId, pictures.previewOf)
    let isOpen = true
    void loadIcons().then(() => {
      if (isOpen) setBoardStore(opened)
    })
    return () => {
      isOpen = false
      setBoardStore(undefined)
      opened.close()
    }
  }, [isLoaded, connection, pictures, boardId])

  if (!boardStore) {
    return (
      <p className="canvas-loading" role="status">
        {t('loading')}
      </p>
    )
  }
  return <OpenBoard {...props} boardStore={boardStore} />
}

const cameraOptions = { zoomSteps }

function OpenBoard({ boardStore, ...props }: BoardCanvasProps & { readonly boardStore: BoardStore }) {
  const { connection, pictures, role, writing = freeWriting, layer, onReady } = props
  const { locale, dir, colorScheme, licenseKey } = props
  const { t } = useTranslation('canvas')
  const [context] = useState(() =>
    createCanvasContext(role, locale, dir, connection.savesData, pictures, boardStore.binding.aloneIds),
  )
  const [editor, setEditor] = useState<Editor>()
  const [isLineSlow] = useState(isSlowLine)
  const [canvasUser] = useState(() =>
    createCanvasUser({ id: userIdOf(connection.awareness.clientID), locale, colorScheme }),
  )
  const user = useTldrawUser({
    userPreferences: canvasUser.user.userPreferences,
    setUserPreferences: canvasUser.user.setUserPreferences,
  })
  const [activeNotes] = useState(() => new ActiveNotes())
  const [asideOf] = useState(() => (id: string) => (context.aloneIds.get().has(id) ? context.aloneWords.get() : ''))
  const shapeUtils = useMemo(
    () => [
      ZoneShapeUtil.configure({ context }),
      LightNoteShapeUtil.configure({ activeNotes, asideOf, localeOf: () => context.locale.get() }),
      SparingImageShapeUtil,
    ],
    [context, activeNotes, asideOf],
  )
  const tools = useMemo(() => [zoneTool(context)], [context])
  const label = t('label')
  const options = useMemo(
    () => ({
      // tldraw offers no pages of its own beside ours: see `pages/`.
      ...{ maxShapesPerPage, maxPages: 1, actionShortcutsLocation: 'toolbar' as const, branding: label },
      ...(isLineSlow && { maxFontsToLoadBeforeRender: 0 }),
    }),
    [label, isLineSlow],
  )
  const zoneWord = t('zone')
  const overrides = useMemo(
    () => createOverrides(locale, { zone: zoneWord }, writing.tools, role === 'facilitator' ? context : undefined),
    [locale, zoneWord, writing.tools, role, context],
  )

  useEffect(() => {
    canvasUser.preferences.update((current) => ({ ...current, locale, colorScheme }))
  }, [canvasUser, locale, colorScheme])
  useEffect(
    () => applyContext(context, { role, locale, dir, writing }, editor),
    [context, role, locale, dir, writing, editor],
  )
  useEffect(
    () => boardStore.binding.homes.writeAlone(layer ? writing.alone : 'off'),
    [boardStore, layer, writing.alone],
  )
  useEffect(() => layer && followLayer(boardStore.binding, layer), [boardStore, layer])

  return (
    <ReactCanvasContext value={context}>
      <div className="canvas" dir="ltr" data-chrome-dir={dir}>
        <Tldraw
          store={boardStore.store}
          user={user}
          shapeUtils={shapeUtils}
          tools={tools}
          textOptions={boardStore.textOptions}
          components={components}
          overrides={overrides}
          options={options}
          cameraOptions={cameraOptions}
          assetUrls={assetUrls}
          acceptedImageMimeTypes={imageTypes}
          acceptedVideoMimeTypes={videoTypes}
          maxAssetSize={maxImageBytes}
          {...(licenseKey !== undefined && { licenseKey })}
          onMount={(mounted) => {
            if (isLineSlow) keepDeviceFonts(mounted)
            else bringOtherFontsLater(mounted)
            setEditor(mounted)
          }}
        >
          <CanvasParts {...{ boardStore, connection, pictures, context, activeNotes, onReady }} />
        </Tldraw>
      </div>
    </ReactCanvasContext>
  )
}

/** @returns the stop. */
function followLayer(binding: StoreBinding, layer: Readable<Doc | undefined>): () => void {
  let detach: (() => void) | undefined
  const show = () => {
    detach?.()
    const doc = layer.get()
    detach = doc && binding.attachLayer(doc)
  }
  show()
  const stop = layer.subscribe(show)
  return () => {
    stop()
    detach?.()
  }
}

type Reader = Pick<BoardCanvasProps, 'role' | 'locale' | 'dir'> & { readonly writing: CanvasWriting }

function applyContext(
  context: CanvasContext,
  { role, locale, dir, writing }: Reader,
  editor: Editor | undefined,
): void {
  context.role.set(role)
  context.locale.set(locale)
  context.dir.set(dir)
  context.isLaserForAll.set(writing.isLaserForAll)
  context.allowance.set(writing)
  if (!editor || editor.isDisposed) return
  applyWriting(editor, { ...writing, isAllowed: writing.isAllowed && role !== 'viewer' })
  letGoOfZones(editor)
}
