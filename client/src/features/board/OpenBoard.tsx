import { type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import type { Board } from '#shared/http/boards.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import { keepForLater } from '../../offline/service-worker.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import type { RestoreUndo } from '../checkpoint/index.ts'
import { useColorScheme } from '../preferences/index.ts'
import { BoardBar } from './BoardBar.tsx'
import { BoardClosed } from './BoardClosed.tsx'
import { BoardPanel, type PanelName } from './BoardPanel.tsx'
import { BoardProgress } from './BoardProgress.tsx'
import { type ClosedKind, closedKindOfEnd } from './closed-kind.ts'
import { LazyCanvas } from './lazy-canvas.ts'
import styles from './OpenBoard.module.css'
import { useAsideToasts } from './use-aside-toasts.ts'
import { useBoardOnDevice } from './use-board-on-device.ts'
import { useNoticeToasts } from './use-notice-toasts.ts'
import { useOfferToSaveData } from './use-offer-to-save-data.ts'
import { useSaveData } from './use-save-data.ts'

export type OpenBoardProps = {
  readonly board: Board
  /** tldraw's, where the operator has one. */
  readonly licenseKey: string | undefined
}

export function OpenBoard({ board, licenseKey }: OpenBoardProps) {
  const device = useBoardOnDevice(board.id)
  const connection = useReadableOr(device?.connection, noConnection)
  const restoring = useRef<RestoreUndo>(undefined)
  useAsideToasts(device, restoring)
  if (!device || !connection) return <BoardProgress />
  // Another document, another canvas: nothing that showed the one before may go on with this one.
  return <ConnectedBoard key={connection.doc.clientID} {...{ board, licenseKey, device, connection, restoring }} />
}

const noConnection = constant(undefined)

type ConnectedBoardProps = OpenBoardProps & {
  readonly device: BoardOnDevice
  readonly connection: BoardConnection
  /** Set while somebody here takes the board back: outlives what shows the board until then. */
  readonly restoring: RefObject<RestoreUndo | undefined>
}

/** One bar on top, the canvas, and at most one panel beside it. Nothing else lies over the canvas. */
function ConnectedBoard({ board, licenseKey, device, connection, restoring }: ConnectedBoardProps) {
  const { language, dir } = useLanguage()
  const colorScheme = useColorScheme()
  const [canvas, setCanvas] = useState<CanvasHandle>()
  const [panel, setPanel] = useState<PanelName>()
  const status = useReadable(connection.connection)
  const isLoaded = useReadable(connection.isLoaded)
  const role = useReadable(connection.self)?.role ?? board.role
  const saveData = useSaveData(connection)
  useNoticeToasts(connection)
  useOfferToSaveData(connection, saveData)
  useKeepForLater(board.id, canvas !== undefined && status.status === 'online' && !saveData.isOn)

  if (status.status === 'closed') {
    // A restored board is being opened anew: see offline/board-on-device.ts.
    if (status.kind === 'freshDocumentNeeded') return <BoardProgress />
    return <ClosedBoard kind={closedKindOfEnd(status.kind)} boardId={board.id} device={device} />
  }
  return (
    <div className={styles.page}>
      <title>{board.title}</title>
      <BoardBar
        {...{ board, device, connection, canvas, role, saveData, panel }}
        onPanel={setPanel}
        onRestoring={(undo) => {
          restoring.current = undo
        }}
      />
      <div className={styles.table}>
        <main className={styles.canvas} aria-label={board.title}>
          <Suspense fallback={<BoardProgress connection={connection} />}>
            {isLoaded ? (
              <LazyCanvas
                connection={connection}
                pictures={device.pictures}
                boardId={board.id}
                role={role}
                locale={language}
                dir={dir}
                colorScheme={colorScheme}
                {...(licenseKey === undefined ? {} : { licenseKey })}
                onReady={setCanvas}
              />
            ) : (
              <BoardProgress connection={connection} />
            )}
          </Suspense>
        </main>
        {panel ? (
          <BoardPanel {...{ device, connection, canvas, role }} name={panel} onClose={() => setPanel(undefined)} />
        ) : null}
      </div>
    </div>
  )
}

/** When the board is open and the line has nothing more urgent to carry. */
function useKeepForLater(boardId: string, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => void keepForLater(boardId), quietAfterMs)
    return () => clearTimeout(timer)
  }, [boardId, isOpen])
}

const quietAfterMs = 2_000

type ClosedBoardProps = { readonly kind: ClosedKind; readonly boardId: string; readonly device: BoardOnDevice }

function ClosedBoard({ kind, boardId, device }: ClosedBoardProps) {
  const { length: asideCount } = useReadable(device.aside)
  return <BoardClosed {...{ kind, boardId, asideCount }} />
}
