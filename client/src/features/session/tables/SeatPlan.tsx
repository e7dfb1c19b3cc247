import { type CSSProperties, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RotationPlan } from '#shared/session/tables/seating.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { phoneWidth, useMediaQuery } from '../../../ui/use-media-query.ts'
import { useWords } from '../use-words.ts'
import { meetingAgainIn } from './change-draft.ts'
import styles from './SeatPlan.module.css'
import { SeatTable } from './SeatTable.tsx'
import { SeatTools } from './SeatTools.tsx'
import type { ChosenSeat, SeatedPerson, TableName } from './seated-person.ts'
import { useDragSeat } from './use-drag-seat.ts'

export type SeatPlanProps = {
  readonly plan: RotationPlan
  /** The step of each round, as people know it. */
  readonly titles: readonly string[]
  /** In their order. */
  readonly tables: readonly TableName[]
  /** Rounds before this one are over: nobody moves there any more. */
  readonly fromRound: number
  readonly people: ReadonlyMap<string, SeatedPerson>
  /** Who stays at which table. */
  readonly hosts: Readonly<Record<string, number>>
  /** Who sits at a table and looks elsewhere. */
  readonly astray?: ReadonlySet<string> | undefined
  readonly onSeat: (participantId: string, round: number, table: number | undefined) => void
  readonly onHost: (participantId: string, table: number | undefined) => void
  readonly onUnseat?: ((participantId: string) => void) | undefined
  /** What else there is about each table. */
  readonly tableExtras?: (zone: string) => ReactNode
}

/** Who sits where in each round. A name is dragged to another table, or tapped and then its table. */
export function SeatPlan(props: SeatPlanProps) {
  const { plan, titles, tables, fromRound, people, hosts, onSeat, onHost, onUnseat, astray, tableExtras } = props
  const { t } = useTranslation('tables')
  const { number } = useWords()
  const isPhone = useMediaQuery(phoneWidth)
  const [shown, setShown] = useState(Math.min(fromRound, plan.length - 1))
  const [chosen, setChosen] = useState<ChosenSeat>()
  const { drag, dragProps } = useDragSeat(onSeat)
  const rounds = plan.map((_, round) => round)
  const seen = isPhone ? [shown] : rounds
  const roundName = (round: number) => t('round.name', { number: number(round + 1) })
  const everybody = [...people.keys()]
  // One row for each table, the same in all rounds: the eye follows a table across, and a person down.
  const rows: CSSProperties = { gridTemplateRows: `auto auto repeat(${tables.length}, auto)` }
  return (
    <div className={styles.plan}>
      {isPhone && plan.length > 1 ? (
        <SegmentedControl
          label={t('round.shown')}
          value={String(seen[0])}
          options={rounds.map((round) => ({ value: String(round), label: roundName(round) }))}
          onChange={(next) => setShown(Number(next))}
        />
      ) : null}
      <p className={styles.hint}>{t('seats.hint')}</p>
      <div className={styles.rounds} style={rows}>
        {seen.map((round) => {
          const seating = plan[round] ?? []
          const seated = new Set(seating.flat())
          const again = meetingAgainIn(plan, round)
          const common = {
            ...{ round, again, people, hosts, astray, chosen, drag, dragProps, onSeat, onChoose: setChosen },
            isOver: round < fromRound,
            tableCount: tables.length,
          }
          return (
            <section key={round} className={styles.round} aria-label={roundName(round)}>
              {plan.length > 1 ? (
                <h3 className={styles.roundName}>
                  <span dir="auto">{titles[round] || roundName(round)}</span>
                  {common.isOver ? <span className={styles.soft}> {t('round.over')}</span> : null}
                </h3>
              ) : null}
              <SeatTable
                {...common}
                name={t('seats.unseated')}
                table={undefined}
                seated={common.isOver ? [] : everybody.filter((id) => !seated.has(id))}
              />
              {tables.map(({ zone, name }, table) => (
                <SeatTable key={zone} {...common} name={name} table={table} seated={seating[table] ?? []}>
                  {tableExtras?.(zone)}
                </SeatTable>
              ))}
            </section>
          )
        })}
      </div>
      {chosen ? (
        <SeatTools
          key={`${chosen.participantId} ${chosen.round}`}
          {...{ chosen, plan, tables, people, hosts, onHost, onUnseat }}
          onSeat={(table) => onSeat(chosen.participantId, chosen.round, table)}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </div>
  )
}
