import { ChevronLeft } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Board } from '#shared/http/boards.ts'
import type { Role } from '#shared/protocol/messages.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle, ZoneSummary } from '../../canvas/canvas-handle.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { Button } from '../../ui/Button.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import { useMe } from '../account/index.ts'
import type { RestoreUndo } from '../checkpoint/index.ts'
import { BringInDialog } from '../feed/index.ts'
import { SessionBar } from '../session/index.ts'
import { FirstZoneDialog } from '../zones/index.ts'
import { AsideBadge } from './AsideBadge.tsx'
import styles from './BoardBar.module.css'
import { BoardMenu } from './BoardMenu.tsx'
import type { PanelName } from './BoardPanel.tsx'
import { HiddenItems } from './HiddenItems.tsx'
import { LineTag } from './LineTag.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SavingWords } from './SavingWords.tsx'
import type { BoardSession } from './use-board-session.ts'
import type { SaveData } from './use-save-data.ts'
import { ZoneMenu } from './ZoneMenu.tsx'

const CheckpointsDialog = lazyPart(async () => (await import('../checkpoint/index.ts')).CheckpointsDialog)
const BringIdeasDialog = lazyPart(async () => (await import('./ideas/BringIdeasDialog.tsx')).BringIdeasDialog)
const InviteDialog = lazyPart(async () => (await import('../invite/index.ts')).InviteDialog)
const SaveTemplateDialog = lazyPart(async () => (await import('../template/index.ts')).SaveTemplateDialog)

export type DialogName = 'invite' | 'checkpoints' | 'ideas' | 'bring-in' | 'template'

export type BoardBarProps = {
  readonly board: Board
  readonly device: BoardOnDevice
  readonly connection: BoardConnection
  readonly canvas: CanvasHandle | undefined
  readonly role: Role
  readonly saveData: SaveData
  readonly panel: PanelName | undefined
  readonly onPanel: (panel: PanelName | undefined) => void
  readonly dialog: DialogName | undefined
  readonly onDialog: (dialog: DialogName | undefined) => void
  readonly session: SessionView | undefined
  /** False until the session's parts know where they are. */
  readonly hasDesk: boolean
  readonly rail: BoardSession['rail']
  /** Somebody here takes the board back; it will be opened anew. */
  readonly onRestoring: (undo: RestoreUndo) => void
}

const noZones = constant<readonly ZoneSummary[]>([])

/** What does nothing on a board without zones, by its words in the menu: it is there all the same, and says so. */
const needsZones = {
  ideas: 'menu.ideas',
  'bring-in': 'menu.bringIn',
  template: 'menu.template',
  invite: undefined,
  checkpoints: undefined,
} as const satisfies Record<DialogName, string | undefined>

/** Where am I and is it safe; where can I go; who is here. */
export function BoardBar({
  board,
  device,
  connection,
  canvas,
  role,
  saveData,
  panel,
  onPanel,
  dialog,
  onDialog,
  session,
  hasDesk,
  rail,
  onRestoring,
}: BoardBarProps) {
  const { t } = useTranslation('board')
  const { data: me } = useMe()
  // Where nobody votes it is in the menu.
  const hasVotes = useReadable(connection.votes) !== undefined && hasDesk
  const hasZones = useReadable(canvas?.zones ?? noZones).length > 0
  const close = () => onDialog(undefined)
  const unready = dialog && !hasZones ? needsZones[dialog] : undefined
  const toggle = (name: PanelName) => onPanel(panel === name ? undefined : name)
  const ifFacilitator = (name: DialogName) => (role === 'facilitator' ? () => onDialog(name) : undefined)
  const invite = ifFacilitator('invite')
  return (
    <header className={styles.bar}>
      <div className={styles.place}>
        {me?.account ? (
          <Link className={styles.back} to={`/pilots/${board.pilotId}`} title={board.pilotTitle}>
            <ChevronLeft className={styles.backIcon} size={20} aria-hidden="true" />
            <span className="visually-hidden">{t('bar.backTo')} </span>
            {/* Its own direction, so that a long title loses its end and not its beginning. */}
            <span className={styles.pilot} dir="auto">
              {board.pilotTitle}
            </span>
          </Link>
        ) : null}
        <div className={styles.titles}>
          <h1 className={styles.title} title={board.title} dir="auto">
            {board.title}
          </h1>
          <div className={styles.state}>
            <SavingWords {...{ connection, device }} />
            <LineTag connection={connection} />
            {role === 'viewer' ? <span className={styles.tag}>{t('bar.viewOnly')}</span> : null}
            <AsideBadge device={device} isOpen={panel === 'aside'} onToggle={() => toggle('aside')} />
            {canvas ? <HiddenItems canvas={canvas} /> : null}
          </div>
        </div>
      </div>
      {session ? (
        <div className={styles.session}>
          <Suspense>
            <SessionBar onRail={rail?.toggle} isRailOpen={rail?.isOpen ?? false} />
          </Suspense>
        </div>
      ) : null}
      <div className={styles.actions}>
        {rail ? (
          <Button kind="quiet" className={styles.wideOnly} aria-pressed={rail.isOpen} onClick={rail.toggle}>
            {t(session ? 'bar.runOfShow' : 'bar.planSession')}
          </Button>
        ) : null}
        {canvas ? (
          <ZoneMenu
            canvas={canvas}
            isFacilitator={role === 'facilitator'}
            onEditZones={() => canvas.zoning.open(true)}
          />
        ) : null}
        <Button
          kind="quiet"
          className={styles.wideOnly}
          aria-pressed={panel === 'notes'}
          onClick={() => toggle('notes')}
        >
          {t('notes.title')}
        </Button>
        {hasVotes ? (
          <Button
            kind="quiet"
            className={styles.wideOnly}
            aria-pressed={panel === 'votes'}
            onClick={() => toggle('votes')}
          >
            {t('votes.title')}
          </Button>
        ) : null}
        <PeopleHere connection={connection} isOpen={panel === 'people'} onToggle={() => toggle('people')} />
        {invite ? (
          <Button kind="primary" className={styles.wideOnly} onClick={invite}>
            {t('bar.invite')}
          </Button>
        ) : null}
        <BoardMenu
          {...{ board, device, connection, saveData }}
          onPictures={saveData.isOn && canvas ? () => canvas.loadPictures() : undefined}
          onNotes={() => toggle('notes')}
          onVotes={hasDesk ? () => toggle('votes') : undefined}
          onInvite={invite}
          onCheckpoints={ifFacilitator('checkpoints')}
          onIdeas={canvas ? ifFacilitator('ideas') : undefined}
          onBringIn={canvas ? ifFacilitator('bring-in') : undefined}
          onTemplate={canvas && me?.account ? ifFacilitator('template') : undefined}
          onRunOfShow={rail?.toggle}
          mayExport={role === 'facilitator'}
          hasSession={session !== undefined}
        />
      </div>
      {unready && canvas ? (
        <Suspense>
          <FirstZoneDialog canvas={canvas} title={t(unready)} onClose={close} />
        </Suspense>
      ) : dialog ? (
        <Suspense>
          {dialog === 'invite' ? <InviteDialog board={board} onClose={close} /> : null}
          {dialog === 'ideas' && canvas ? <BringIdeasDialog canvas={canvas} onClose={close} /> : null}
          {dialog === 'bring-in' && canvas ? <BringInDialog {...{ board, canvas }} onClose={close} /> : null}
          {dialog === 'template' ? <SaveTemplateDialog board={board} onClose={close} /> : null}
          {dialog === 'checkpoints' ? <CheckpointsDialog {...{ board, onRestoring }} onClose={close} /> : null}
        </Suspense>
      ) : null}
    </header>
  )
}
