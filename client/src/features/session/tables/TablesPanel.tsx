import { Eye, Projector } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hostOf, runningRound } from '#shared/session/tables/rounds.ts'
import type { TableRound } from '#shared/session/tables/table-plan.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../../ui/Button.tsx'
import { useSession, useSessionPlace, useZones } from '../session-context.ts'
import { stepPlace } from '../step-place.ts'
import { useCommand } from '../use-command.ts'
import { useMoveOn } from '../use-move-on.ts'
import { useWords } from '../use-words.ts'
import { FindTable } from './FindTable.tsx'
import { SeatPlan } from './SeatPlan.tsx'
import { TableClock } from './TableClock.tsx'
import { TablesDialog } from './TablesDialog.tsx'
import styles from './TablesPanel.module.css'
import { useAstray } from './use-astray.ts'
import { useTablePeople } from './use-table-people.ts'

/** For facilitators, beside the canvas: who sits where now, who is elsewhere, and each table's time. */
export function TablesPanel() {
  const { t } = useTranslation('tables')
  const session = useSession()
  const [isPlanning, setIsPlanning] = useState(false)
  const [isShown, setIsShown] = useState(false)
  const place = session && stepPlace(session)
  const round = session && (runningRound(session) ?? comingRound(session))
  return (
    <div className={styles.panel}>
      <div className={styles.actions}>
        <Button size="small" onClick={() => setIsPlanning(true)}>
          {t(round ? 'now.change' : 'plan.do')}
        </Button>
        {round ? (
          <Button size="small" onClick={() => setIsShown(true)}>
            <Projector size={16} aria-hidden="true" />
            {t('find.show')}
          </Button>
        ) : null}
      </div>
      {session && round ? (
        <Round {...{ session, round }} />
      ) : (
        <p className={styles.soft}>{t(place?.step.mode === 'tables' ? 'now.none' : 'now.noStep')}</p>
      )}
      {isPlanning ? <TablesDialog stepId={round?.stepIds[0]} onClose={() => setIsPlanning(false)} /> : null}
      {isShown && session && round ? <Projected {...{ session, round }} onClose={() => setIsShown(false)} /> : null}
    </div>
  )
}

/** The next one, while another step runs or none: people may ask where they will sit. */
function comingRound({ tables, plan, run }: SessionView): TableRound | undefined {
  if (run.status === 'ended') return undefined
  const now = run.status === 'running' ? plan.steps.findIndex(({ id }) => id === run.stepId) : -1
  const placeOf = ({ stepIds }: TableRound) => plan.steps.findIndex(({ id }) => id === stepIds[0])
  return tables.rounds.find((round) => placeOf(round) > now)
}

type RoundProps = { readonly session: SessionView; readonly round: TableRound }

function Round({ session, round }: RoundProps) {
  const { t } = useTranslation('tables')
  const { zoneName, titleOf } = useWords()
  const { canvas } = useSessionPlace()
  const zones = useZones()
  const say = useCommand()
  const { moveOn, isMoving } = useMoveOn()
  const { people } = useTablePeople()
  const isNow = runningRound(session) === round
  const astray = useAstray(isNow ? round : undefined)
  const [stepId = ''] = round.stepIds
  const step = session.plan.steps.find(({ id }) => id === stepId)
  const next = stepPlace(session)?.next
  const zoneOf = (table: number) => round.tables[table]?.zone
  const hosts = Object.fromEntries(
    round.tables.flatMap(({ zone }, table) => {
      const host = hostOf(session.tables, zone)
      return host === undefined ? [] : [[host, table]]
    }),
  )
  const seat = (participantId: string, _: number, table: number | undefined) => {
    const zone = table === undefined ? undefined : zoneOf(table)
    if (zone === undefined) void say({ type: 'unseat_person', participantId })
    else void say({ type: 'seat_person', participantId, stepId, zone })
  }
  const host = (participantId: string, table: number | undefined) => {
    const zone = zoneOf(table ?? hosts[participantId] ?? -1)
    if (zone === undefined) return
    void say({ type: 'name_host', zone, participantId: table === undefined ? null : participantId })
  }
  const isNextRound = isNow && next?.mode === 'tables' && !round.stepIds.includes(next.id)
  return (
    <>
      <h3 className={styles.title}>
        {isNow ? null : <span className={styles.soft}>{t('now.coming')} </span>}
        <span dir="auto">{step ? titleOf(step) : ''}</span>
      </h3>
      {isNow ? (
        <p className={styles.soft} role="status">
          {astray.size === 0 ? t('now.allThere') : t('now.astray', { count: astray.size })}
        </p>
      ) : null}
      <SeatPlan
        {...{ people, hosts, astray }}
        plan={[round.tables.map((table) => table.people)]}
        titles={[]}
        tables={round.tables.map(({ zone }) => ({ zone, name: zoneName(zone) }))}
        fromRound={0}
        onSeat={seat}
        onHost={host}
        onUnseat={(participantId) => void say({ type: 'unseat_person', participantId })}
        tableExtras={(zone) => {
          const zoneId = zones.find(({ key }) => key === zone)?.id
          const name = zoneName(zone)
          return (
            <div className={styles.extras}>
              {canvas && zoneId ? (
                <Button size="small" aria-label={t('now.visitName', { name })} onClick={() => canvas.goToZone(zoneId)}>
                  <Eye size={16} aria-hidden="true" />
                  {t('now.visit')}
                </Button>
              ) : null}
              {isNow ? <TableClock {...{ session, zone, name }} /> : null}
            </div>
          )
        }}
      />
      {isNextRound ? (
        <Button kind="primary" isBusy={isMoving} onClick={() => moveOn({ type: 'next' })}>
          {t('now.next')}
        </Button>
      ) : null}
    </>
  )
}

function Projected({ session, round, onClose }: RoundProps & { readonly onClose: () => void }) {
  const { titleOf, zoneName } = useWords()
  const { people } = useTablePeople()
  const step = session.plan.steps.find(({ id }) => id === round.stepIds[0])
  const { away } = session.tables
  return (
    <FindTable
      round={step && titleOf(step)}
      tables={round.tables.map(({ zone, people: seated }) => ({
        zone,
        name: zoneName(zone),
        people: seated.filter((id) => !away.includes(id)).flatMap((id) => people.get(id) ?? []),
      }))}
      onClose={onClose}
    />
  )
}
