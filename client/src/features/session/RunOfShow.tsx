import { PanelLeftClose, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import panel from '../../ui/SidePanel.module.css'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { Console } from './Console.tsx'
import { LeadRow } from './LeadRow.tsx'
import { NoSessionYet } from './NoSessionYet.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanFoot } from './PlanFoot.tsx'
import { RoomRow } from './RoomRow.tsx'
import styles from './RunOfShow.module.css'
import { SessionOver } from './SessionOver.tsx'
import { StepList } from './StepList.tsx'
import { useSession } from './session-context.ts'
import { TablesRow } from './tables/TablesRow.tsx'

export type RunOfShowProps = {
  readonly onClose: () => void
  /** Walks through the steps alone; undefined in a rehearsal. */
  readonly onRehearse: (() => void) | undefined
  readonly onCheckpoints: (() => void) | undefined
  /** Shows who sits where; undefined in a rehearsal. */
  readonly onTables: (() => void) | undefined
  /** In a rehearsal, away from it. */
  readonly onLeave?: () => void
}

/** For facilitators: what is planned, where it is, and the controls. A rail beside the canvas; on a phone all of the page. */
export function RunOfShow({ onClose, onRehearse, onCheckpoints, onTables, onLeave }: RunOfShowProps) {
  // The row of tables comes with the steps below it: later it would push them away from under a hand that presses.
  const { t } = useTranslation(['session', 'tables'])
  const session = useSession()
  const titleId = useId()
  const rail = useRef<HTMLElement>(null)
  const isPhone = useMediaQuery(phoneWidth)
  const [planned, setPlanned] = useState(false)
  // On a phone it hides everything else, so the focus goes with it.
  useEffect(() => {
    if (isPhone) rail.current?.focus()
  }, [isPhone])
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isPhone) return
    event.stopPropagation()
    onClose()
  }
  const isOver = session?.run.status === 'ended'
  return (
    <aside
      className={classNames(panel.panel, styles.rail)}
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={rail}
      onKeyDown={closeOnEscape}
    >
      <header className={classNames(panel.header, styles.header)}>
        <h2 className={panel.title} id={titleId}>
          {t('rail.title')}
        </h2>
        <IconButton label={t('rail.close')} onClick={onClose}>
          {isPhone ? (
            <X size={20} aria-hidden="true" />
          ) : (
            <PanelLeftClose className={styles.turned} size={20} aria-hidden="true" />
          )}
        </IconButton>
      </header>
      {session === undefined || (isOver && planned) ? (
        <NoSessionYet onCheckpoints={onCheckpoints} />
      ) : isOver ? (
        <SessionOver
          {...{ session, onCheckpoints }}
          onPlanAnother={() => setPlanned(true)}
          // On a wide screen the bar above has it.
          onLeave={isPhone ? onLeave : undefined}
        />
      ) : (
        <>
          <div className={styles.body}>
            <PlanFacts session={session} />
            {session.run.status === 'running' ? (
              <>
                <Console />
                <RoomRow session={session} />
                <LeadRow session={session} />
              </>
            ) : null}
            <TablesRow {...{ session, onTables }} />
            <StepList session={session} />
          </div>
          <PlanFoot session={session} onRehearse={onRehearse} />
        </>
      )}
    </aside>
  )
}
