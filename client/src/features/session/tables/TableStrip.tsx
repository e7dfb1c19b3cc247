import { Armchair, ChevronDown, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Button } from '../../../ui/Button.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { phoneWidth, useMediaQuery } from '../../../ui/use-media-query.ts'
import { Origin } from '../../country/index.ts'
import { StepTimer } from '../StepTimer.tsx'
import { usePeopleById } from '../session-context.ts'
import { useWords } from '../use-words.ts'
import { nextTable, type OwnTable, ownTable } from './own-table.ts'
import { clockOf, TableClock } from './TableClock.tsx'
import styles from './TableStrip.module.css'
import { useTableWords } from './use-table-words.ts'

export type TableStripProps = {
  readonly session: SessionView
  readonly participantId: string
  /** Whether she should have a table: facilitators go where they are needed. */
  readonly isExpected: boolean
}

/** A lasting line under the bar: where one sits, with whom, and where next. */
export function TableStrip({ session, participantId, isExpected }: TableStripProps) {
  const { t } = useTranslation('tables')
  const { zoneName } = useWords()
  const tableWords = useTableWords()
  const own = ownTable(session, participantId)
  const next = nextTable(session, participantId)
  const nextWords =
    next === undefined ? null : (
      <span className={styles.next}>
        {own && own.zone === next ? t('own.nextSame') : t('own.next', { table: zoneName(next) })}
      </span>
    )
  const isMissing = own === null && isExpected
  if (!own && !isMissing && next === undefined) return null
  const clock = own ? clockOf(session, own.zone) : undefined
  return (
    <div className={styles.strip}>
      <Armchair className={styles.sign} size={20} aria-hidden="true" />
      <span className={styles.words}>
        {own ? <strong className={styles.place}>{tableWords(own)}</strong> : null}
        {isMissing ? <span>{t('own.none')}</span> : null}
        {nextWords}
      </span>
      {own && clock ? <StepTimer clock={clock} /> : null}
      {own ? <Companions {...{ session, own }} /> : null}
    </div>
  )
}

/** Who sits there too; for who stays at the table, its time as well. */
function Companions({ session, own }: { readonly session: SessionView; readonly own: OwnTable }) {
  const { t } = useTranslation('tables')
  const { language } = useLanguage()
  const { zoneName, number } = useWords()
  const isPhone = useMediaQuery(phoneWidth)
  const people = usePeopleById()
  const seated = own.companions.flatMap((id) => people.get(id) ?? [])
  const name = zoneName(own.zone)
  const heads = seated.reduce((sum, { standsFor }) => sum + standsFor, 0)
  return (
    <Popover
      label={t('own.with', { table: name })}
      align="end"
      trigger={
        <Button size="small" aria-label={isPhone ? t('own.withCount', { count: heads }) : undefined}>
          <Users size={16} aria-hidden="true" />
          {isPhone ? number(heads) : t('own.withShort', { count: heads })}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      }
    >
      <h2 className={styles.title} dir="auto">
        {name}
      </h2>
      {own.isHost ? <p className={styles.soft}>{t('own.host')}</p> : null}
      {seated.length === 0 ? <p>{t('own.alone')}</p> : null}
      <ul className={styles.people}>
        {seated
          .toSorted((a, b) => a.name.localeCompare(b.name, language))
          .map(({ participantId, name: one, country, organisation, standsFor }) => (
            <li key={participantId}>
              <bdi className={styles.name}>{one}</bdi>
              <span className={styles.soft}>
                <Origin {...{ country, organisation }} />
                {standsFor > 1 ? <span>{t('people', { count: standsFor })}</span> : null}
              </span>
            </li>
          ))}
      </ul>
      {own.isHost ? <TableClock {...{ session, name }} zone={own.zone} /> : null}
    </Popover>
  )
}
