import { X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, Suspense, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/protocol/messages.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import frame from '../../ui/SidePanel.module.css'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { TablesPanel } from '../session/index.ts'
import { VotesPanel } from '../votes/index.ts'
import { ZonesPanel } from '../zones/index.ts'
import styles from './BoardPanel.module.css'
import { NotesPanel } from './NotesPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { thenClose } from './then-close.ts'

/** It draws, and most people never see it. */
const AsidePanel = lazyPart(async () => (await import('./AsidePanel.tsx')).AsidePanel)

export type PanelName = 'people' | 'notes' | 'votes' | 'tables' | 'aside' | 'zones'

export type BoardPanelProps = {
  readonly name: PanelName
  readonly device: BoardOnDevice
  readonly connection: BoardConnection
  readonly canvas: CanvasHandle | undefined
  readonly role: Role
  readonly hasDesk: boolean
  readonly session: SessionView | undefined
  readonly onClose: () => void
}

/** As in `BoardPanel.module.css`. */
const sheetWidth = '(max-width: 799px)'

/** Beside the canvas, or a sheet over its lower part on a phone; the canvas stays usable. Escape closes it. */
export function BoardPanel({ name, onClose, canvas, ...rest }: BoardPanelProps) {
  const { t } = useTranslation('board')
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  const isSheet = useMediaQuery(sheetWidth)
  const close = useRef(onClose)
  close.current = onClose
  const shown = useMemo(
    () => (canvas && isSheet ? thenClose(canvas, () => close.current()) : canvas),
    [canvas, isSheet],
  )
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside
      className={classNames(frame.panel, styles.panel)}
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={panel}
      onKeyDown={closeOnEscape}
    >
      <header className={frame.header}>
        <h2 className={frame.title} id={titleId}>
          {t(`${name}.title`)}
        </h2>
        <IconButton label={t('panel.close')} onClick={onClose}>
          <X size={20} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>
        <PanelBody name={name} {...rest} canvas={shown} onRoundEnded={isSheet ? onClose : undefined} />
      </div>
    </aside>
  )
}

type PanelBodyProps = Omit<BoardPanelProps, 'onClose'> & {
  /** What a sheet lies over is what there is to see now: the result on the notes. */
  readonly onRoundEnded: (() => void) | undefined
}

function PanelBody({ name, device, connection, canvas, role, hasDesk, session, onRoundEnded }: PanelBodyProps) {
  switch (name) {
    case 'people':
      return <PeoplePanel {...{ connection, canvas, hasDesk }} />
    case 'notes':
      return (
        <NotesPanel {...{ canvas }} isReadOnly={role === 'viewer'} mayCarryOn={hasDesk && role === 'facilitator'} />
      )
    case 'tables':
      return <Suspense>{hasDesk && role === 'facilitator' ? <TablesPanel /> : null}</Suspense>
    case 'votes':
      return <Suspense>{hasDesk ? <VotesPanel onRoundEnded={onRoundEnded} /> : null}</Suspense>
    case 'zones':
      return <Suspense>{canvas && role === 'facilitator' ? <ZonesPanel {...{ canvas, session }} /> : null}</Suspense>
    case 'aside':
      return (
        <Suspense>
          <AsidePanel device={device} role={role} />
        </Suspense>
      )
  }
}

/** Focus goes into the panel when it opens, and back to what opened it when it closes. */
function useFocusReturn(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const opener = document.activeElement
    panel.current?.focus()
    return () => {
      // Not if the person has moved on to the canvas meanwhile.
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus()
    }
  }, [panel])
}
