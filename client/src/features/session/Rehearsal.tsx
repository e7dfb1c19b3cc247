import { nanoid } from 'nanoid'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import type { Commander } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import type { PictureSender } from '../../sync/pictures/picture-sender.ts'
import { openRehearsalLine, type RehearsalLine } from '../../sync/rehearsal-line.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import frame from '../../ui/WorkFrame.module.css'
import { Arrival } from './Arrival.tsx'
import { Reactions } from './Reactions.tsx'
import styles from './Rehearsal.module.css'
import { RunOfShow } from './RunOfShow.tsx'
import { createRehearsalDesk } from './rehearsal-desk.ts'
import { SessionBar } from './SessionBar.tsx'
import { SessionDock } from './SessionDock.tsx'
import { SessionProvider } from './SessionProvider.tsx'
import { SessionStrip } from './SessionStrip.tsx'
import type { SessionPlace } from './session-context.ts'
import type { SessionDesk } from './session-desk.ts'

export type RehearsalProps = {
  readonly board: Board
  readonly live: BoardConnection
  /** The plan that is rehearsed. */
  readonly session: SessionView
  readonly by: Commander
  readonly onLeave: () => void
  readonly waysOn: SessionPlace['waysOn']
  /** Draws the board's canvas on the copy. */
  readonly canvas: (
    line: { readonly connection: BoardConnection; readonly pictures: PictureSender },
    onReady: (handle: CanvasHandle) => void,
  ) => ReactNode
}

/** All steps of a session alone, on a copy of the board: in a frame of its own, so that nobody takes it for real. */
export function Rehearsal({ board, live, session, by, onLeave, waysOn, canvas }: RehearsalProps) {
  const { t } = useTranslation('session')
  const toast = useToast()
  const [opened, setOpened] = useState<{ line: RehearsalLine; desk: SessionDesk }>()
  const [handle, setHandle] = useState<CanvasHandle>()
  const isPhone = useMediaQuery(phoneWidth)
  const [isRailOpen, setIsRailOpen] = useState(!isPhone)
  // What is rehearsed is the plan as it was when she began.
  const [begun] = useState({ session, by })
  useEffect(() => {
    const line = openRehearsalLine(live, URL)
    const desk = createRehearsalDesk(begun.session, begun.by, { nowMs: () => Date.now(), newId: () => nanoid() })
    void desk.send({ type: 'start' })
    setOpened({ line, desk })
    return () => {
      setOpened(undefined)
      line.close()
    }
  }, [live, begun])
  if (!opened) return null
  const { line, desk } = opened
  const leave = () => {
    onLeave()
    toast({ text: t('rehearsal.left') })
  }
  const toggleRail = () => setIsRailOpen(!isRailOpen)
  return (
    <SessionProvider {...{ desk, board, waysOn }} line={line.connection} canvas={handle} isRehearsal>
      <div className={classNames(frame.page, styles.framed)}>
        <header className={styles.bar}>
          <p className={styles.words}>{t('rehearsal.text')}</p>
          <div className={styles.session}>
            <SessionBar isRailOpen={isRailOpen} onRail={toggleRail} />
          </div>
          <div className={styles.actions}>
            {isPhone ? null : (
              <Button kind="quiet" aria-pressed={isRailOpen} onClick={toggleRail}>
                {t('bar.runOfShow')}
              </Button>
            )}
            <Button kind="primary" onClick={leave}>
              {t('rehearsal.leave')}
            </Button>
          </div>
        </header>
        <SessionStrip />
        <div className={frame.middle}>
          {isRailOpen ? (
            <RunOfShow
              onClose={() => setIsRailOpen(false)}
              onRehearse={undefined}
              onCheckpoints={undefined}
              onTables={undefined}
              onLeave={leave}
            />
          ) : null}
          <main className={frame.surface} aria-label={t('rehearsal.title')}>
            {canvas(line, setHandle)}
            <Arrival />
            <Reactions />
          </main>
        </div>
        <SessionDock onTables={undefined} />
      </div>
    </SessionProvider>
  )
}
