import { Footprints, Repeat, Star } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useWords } from '../use-words.ts'
import styles from './SeatTable.module.css'
import { type ChosenSeat, headCountOf, type SeatedPerson } from './seated-person.ts'
import type { useDragSeat } from './use-drag-seat.ts'

export type SeatTableProps = {
  readonly name: string
  /** Undefined: those whom nobody has seated. */
  readonly table: number | undefined
  readonly tableCount: number
  readonly round: number
  readonly isOver: boolean
  readonly seated: readonly string[]
  /** Who meets whom for another time in this round. */
  readonly again: ReadonlyMap<string, readonly string[]>
  readonly people: ReadonlyMap<string, SeatedPerson>
  readonly hosts: Readonly<Record<string, number>>
  readonly astray: ReadonlySet<string> | undefined
  readonly chosen: ChosenSeat | undefined
  readonly onChoose: (chosen: ChosenSeat | undefined) => void
  readonly onSeat: (participantId: string, round: number, table: number | undefined) => void
  readonly children?: ReactNode
  readonly drag: ReturnType<typeof useDragSeat>['drag']
  readonly dragProps: ReturnType<typeof useDragSeat>['dragProps']
}

/** One table in one round: its name, how many sit there, and who. */
export function SeatTable(props: SeatTableProps) {
  const { name, table, round, seated, people, drag, children } = props
  const { t } = useTranslation('tables')
  const { language } = useLanguage()
  // A place for those without one is shown when there are some, or when somebody may be put there.
  if (table === undefined && seated.length === 0) return null
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  const isTarget = drag?.round === round && drag.over === (table ?? null)
  return (
    <div
      className={styles.table}
      data-kind={table === undefined ? 'unseated' : undefined}
      data-seats={table ?? ''}
      data-round={round}
      data-target={isTarget || undefined}
      style={{ gridRow: table === undefined ? unseatedRow : firstTableRow + table }}
    >
      <h4 className={styles.name}>
        <span dir="auto">{name}</span>
        <span className={styles.count}>{t('people', { count: headCountOf(seated, people) })}</span>
      </h4>
      {children}
      {seated.length === 0 ? <p className={styles.none}>{t('seats.nobody')}</p> : null}
      <ul className={styles.people}>
        {seated
          .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), language))
          .map((id) => (
            <SeatName key={id} {...props} participantId={id} />
          ))}
      </ul>
    </div>
  )
}

/** Below the name of the round. */
const unseatedRow = 2
const firstTableRow = 3

function SeatName(props: SeatTableProps & { readonly participantId: string }) {
  const { participantId, table, tableCount, round, isOver, again, people, hosts, astray, chosen } = props
  const { drag, dragProps, onChoose, onSeat } = props
  const { t } = useTranslation('tables')
  const { language } = useLanguage()
  const { number } = useWords()
  const person = people.get(participantId)
  const isHost = hosts[participantId] !== undefined && hosts[participantId] === table
  const known = (again.get(participantId) ?? []).map((id) => people.get(id)?.name ?? t('seats.gone'))
  const isChosen = chosen?.participantId === participantId && chosen.round === round
  const isDragged = drag?.participantId === participantId && drag.round === round
  const moveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const next = (table ?? -1) + (event.key === 'ArrowUp' ? -1 : 1)
    if (next >= 0 && next < tableCount) onSeat(participantId, round, next)
  }
  const words = (
    <>
      {isHost ? <Star size={16} aria-hidden="true" /> : null}
      <bdi className={styles.words}>{person?.name ?? t('seats.gone')}</bdi>
      {person && person.headCount > 1 ? <span className={styles.heads}>×{number(person.headCount)}</span> : null}
      {isHost ? <span className="visually-hidden">{t('seats.host')}</span> : null}
      {known.length > 0 ? (
        <>
          <Repeat className={styles.again} size={16} aria-hidden="true" />
          <span className="visually-hidden">
            {t('seats.again', { names: new Intl.ListFormat(language).format(known) })}
          </span>
        </>
      ) : null}
      {astray?.has(participantId) ? (
        <>
          <Footprints className={styles.astray} size={16} aria-hidden="true" />
          <span className="visually-hidden">{t('seats.astray')}</span>
        </>
      ) : null}
      {person?.isHere === false ? <span className={styles.away}>{t('seats.away')}</span> : null}
    </>
  )
  if (isOver) return <li className={styles.person}>{words}</li>
  return (
    <li>
      <button
        type="button"
        className={styles.person}
        aria-pressed={isChosen}
        data-seat={participantId}
        data-dragged={isDragged || undefined}
        style={isDragged ? { transform: `translate(${drag.x}px, ${drag.y}px)` } : undefined}
        title={known.length > 0 ? t('seats.again', { names: new Intl.ListFormat(language).format(known) }) : undefined}
        onKeyDown={moveByKey}
        {...dragProps(participantId, round, () => onChoose(isChosen ? undefined : { participantId, round }))}
      >
        {words}
      </button>
    </li>
  )
}
