import { type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Board } from '#shared/http/boards.ts'
import type { Commander } from '#shared/session/session.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { OwnLayer } from '../../offline/own-layer.ts'
import { keepForLater } from '../../offline/service-worker.ts'
import { withOwnLayer, withOwnSaving } from '../../offline/with-own-layer.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import frame from '../../ui/WorkFrame.module.css'
import { CarryOnOfStep } from '../carry/index.ts'
import type { RestoreUndo } from '../checkpoint/index.ts'
import { useAskedPlace } from '../feed/index.ts'
import {
  Arrival,
  Reactions,
  Rehearsal,
  RunOfShow,
  SessionDock,
  SessionProvider,
  SessionStrip,
  type StepOnBoard,
} from '../session/index.ts'
import { ValuesBar } from '../values/index.ts'
import { VoteBarAt, VoteMarks, VotesProvider } from '../votes/index.ts'
import { AskedZones, EmptyBoard } from '../zones/index.ts'
import { AsideReading } from './AsideReading.tsx'
import { BoardBar, type DialogName } from './BoardBar.tsx'
import { BoardClosed } from './BoardClosed.tsx'
import { BoardPanel, type PanelName } from './BoardPanel.tsx'
import { BoardProgress } from './BoardProgress.tsx'
import { CanvasOn } from './CanvasOn.tsx'
import { closedKindOfEnd } from './closed-kind.ts'
import { useAsideToasts } from './use-aside-toasts.ts'
import { useBoardOnDevice } from './use-board-on-device.ts'
import { roomy, useBoardSession } from './use-board-session.ts'
import { useNoticeToasts } from './use-notice-toasts.ts'
import { useOfferToSaveData } from './use-offer-to-save-data.ts'
import { useOwnLayer } from './use-own-layer.ts'
import { useSaveData } from './use-save-data.ts'

export type OpenBoardProps = {
  readonly board: Board
  /** tldraw's, where the operator has one. */
  readonly licenseKey: string | undefined
}

export function OpenBoard({ board, licenseKey }: OpenBoardProps) {
  const device = useBoardOnDevice(board.id)
  const own = useOwnLayer(board, device)
  const connection = useReadableOr(device?.connection, noConnection)
  const restoring = useRef<RestoreUndo>(undefined)
  useAsideToasts(device, restoring)
  if (!device || !connection || !own) return <BoardProgress />
  // Another document, another canvas: nothing that showed the one before may go on with this one.
  return <ConnectedBoard key={connection.doc.clientID} {...{ board, licenseKey, device, own, connection, restoring }} />
}

const noConnection = constant(undefined)

type ConnectedBoardProps = OpenBoardProps & {
  readonly device: BoardOnDevice
  readonly own: OwnLayer
  readonly connection: BoardConnection
  /** Set while somebody here takes the board back: outlives what shows the board until then. */
  readonly restoring: RefObject<RestoreUndo | undefined>
}

/** One bar on top, the canvas, and at most one panel on each side. Nothing else lies over the canvas. */
function ConnectedBoard({ board, licenseKey, device: boardOnDevice, own, connection, restoring }: ConnectedBoardProps) {
  const device = useMemo(() => withOwnLayer(boardOnDevice, own), [boardOnDevice, own])
  const savingLine = useMemo(() => withOwnSaving(connection, own), [connection, own])
  const [canvas, setCanvas] = useState<CanvasHandle>()
  const { panel, setPanel } = usePanel(canvas)
  const [dialog, setDialog] = useState<DialogName>()
  const status = useReadable(connection.connection)
  const role = useReadable(connection.self)?.role ?? board.role
  const saveData = useSaveData(connection)
  const isRoomy = useMediaQuery(roomy)
  const { desk, session, writing, rail, isRehearsing, rehearse } = useBoardSession(
    connection,
    role,
    useReadable(own.step),
  )
  const isAnyAlone = useReadable(own.doc) !== undefined
  const by = useReadableOr(desk?.self, nobody)
  useNoticeToasts(connection)
  useAskedPlace(canvas)
  useOfferToSaveData(connection, saveData)
  useKeepForLater(board.id, canvas !== undefined && status.status === 'online' && !saveData.isOn)

  if (status.status === 'closed') {
    // A restored board is being opened anew: see offline/board-on-device.ts.
    if (status.kind === 'freshDocumentNeeded') return <BoardProgress />
    return (
      <BoardClosed kind={closedKindOfEnd(status.kind)} boardId={board.id}>
        <AsideReading device={device} />
      </BoardClosed>
    )
  }
  if (isRehearsing && session && by) {
    return (
      <Suspense fallback={<BoardProgress />}>
        <Rehearsal
          {...{ board, session, by, waysOn }}
          live={connection}
          onLeave={() => rehearse(false)}
          canvas={(line, onReady) => <CanvasOn {...{ board, licenseKey, role, onReady }} {...line} writing={writing} />}
        />
      </Suspense>
    )
  }
  const showTables = () => {
    setPanel('tables')
    // Beside both there would be no room for the canvas.
    if (!isRoomy) rail?.close()
  }
  // What was not shown yet outlives its session.
  const hasParts = desk !== undefined && session !== undefined
  return (
    <SessionProvider {...{ desk, board, canvas, waysOn }} line={connection} isRehearsal={false}>
      <VotesProvider {...{ connection, canvas }} onPanel={() => setPanel('votes')}>
        <div className={frame.page}>
          <title>{board.title}</title>
          <BoardBar
            {...{ board, device, canvas, role, saveData, panel, dialog, session, rail }}
            connection={savingLine}
            hasDesk={desk !== undefined}
            onPanel={setPanel}
            onDialog={setDialog}
            onRestoring={(undo) => {
              restoring.current = undo
            }}
          />
          <Suspense>{hasParts || (desk && isAnyAlone) ? <SessionStrip /> : null}</Suspense>
          {desk ? <VoteBarAt side="top" /> : null}
          <div className={frame.middle}>
            <Suspense>
              {desk && rail?.isOpen ? (
                <RunOfShow
                  onClose={rail.close}
                  onRehearse={() => rehearse(true)}
                  onCheckpoints={() => setDialog('checkpoints')}
                  onTables={showTables}
                />
              ) : null}
            </Suspense>
            <main className={frame.surface} aria-label={board.title}>
              <CanvasOn
                {...{ board, licenseKey, role, connection, writing }}
                pictures={device.pictures}
                layer={own.doc}
                onReady={setCanvas}
              />
              <Suspense>
                {hasParts ? (
                  <>
                    <Arrival />
                    <Reactions />
                  </>
                ) : null}
              </Suspense>
              {desk ? <VoteMarks /> : null}
              <Suspense>
                {canvas ? <ValuesBar canvas={canvas} /> : null}
                {canvas && role === 'facilitator' ? (
                  <>
                    <EmptyBoard canvas={canvas} />
                    <AskedZones {...{ canvas, connection, session }} />
                  </>
                ) : null}
              </Suspense>
            </main>
            {panel ? (
              <BoardPanel
                {...{ device, connection, canvas, role, session }}
                hasDesk={desk !== undefined}
                name={panel}
                onClose={() => setPanel(undefined)}
              />
            ) : null}
          </div>
          {desk ? <VoteBarAt side="bottom" /> : null}
          <Suspense>{hasParts ? <SessionDock onTables={showTables} /> : null}</Suspense>
        </div>
      </VotesProvider>
    </SessionProvider>
  )
}

const waysOn = (of: StepOnBoard) => <CarryOnOfStep {...of} />

const nobody = constant<Commander | undefined>(undefined)

/** One at a time. That zones are edited is the canvas's to know: it has keys for it. */
function usePanel(canvas: CanvasHandle | undefined) {
  const [panel, setPanel] = useState<PanelName>()
  const isZoning = useReadableOr(canvas?.zoning.isOn, notZoning)
  return {
    panel: isZoning ? 'zones' : panel,
    setPanel(next: PanelName | undefined) {
      canvas?.zoning.open(next === 'zones')
      setPanel(next === 'zones' ? undefined : next)
    },
  } as const
}
const notZoning = constant(false)

/** When the board is open and the line has nothing more urgent to carry. */
function useKeepForLater(boardId: string, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => void keepForLater(boardId), quietAfterMs)
    return () => clearTimeout(timer)
  }, [boardId, isOpen])
}

const quietAfterMs = 2_000
