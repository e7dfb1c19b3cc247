import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { FullScreen, FullScreenTitle } from '../../../ui/FullScreen.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Flag } from '../../country/index.ts'
import styles from './FindTable.module.css'
import type { SeatedPerson } from './seated-person.ts'
import { useFitText } from './use-fit-text.ts'

export type FindTableProps = {
  /** "Round 2 of 3". */
  readonly round: string | undefined
  readonly tables: readonly { readonly zone: string; readonly name: string; readonly people: readonly SeatedPerson[] }[]
  readonly onClose: () => void
}

type Order = 'tables' | 'names'
const orders: readonly Order[] = ['names', 'tables']

/** For the projector: everybody finds her name, and beside it her table; as large as the names leave room. */
export function FindTable({ round, tables, onClose }: FindTableProps) {
  const { t } = useTranslation('tables')
  const [order, setOrder] = useState<Order>('names')
  return (
    <FullScreen className={styles.screen} onClose={onClose}>
      <header className={styles.header}>
        <FullScreenTitle className={styles.title}>
          {t('find.title')}
          {round ? <span className={styles.round}> {round}</span> : null}
        </FullScreenTitle>
        <div className={styles.controls}>
          <SegmentedControl
            label={t('find.order')}
            value={order}
            options={orders.map((value) => ({ value, label: t(`find.by.${value}`) }))}
            onChange={setOrder}
          />
          <IconButton label={t('find.close')} onClick={onClose}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        </div>
      </header>
      {order === 'tables' ? <ByTable tables={tables} /> : <ByName tables={tables} />}
    </FullScreen>
  )
}

type ListProps = Pick<FindTableProps, 'tables'>

function ByTable({ tables }: ListProps) {
  const { t } = useTranslation('tables')
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useFitText(box, tables)
  return (
    <div className={styles.tables} ref={box}>
      {tables.map(({ zone, name, people }) => (
        <section key={zone} className={styles.table} aria-label={name}>
          <h2 className={styles.tableName} dir="auto">
            {name}
          </h2>
          {people.length === 0 ? <p>{t('seats.nobody')}</p> : null}
          <ul>
            {byName(people, language).map((person) => (
              <li key={person.participantId}>
                <PersonName person={person} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ByName({ tables }: ListProps) {
  const { language } = useLanguage()
  const box = useRef<HTMLUListElement>(null)
  useFitText(box, tables)
  const tableOf = new Map(tables.flatMap(({ name, people }) => people.map((person) => [person, name])))
  return (
    <ul className={styles.names} ref={box}>
      {byName([...tableOf.keys()], language).map((person) => (
        <li key={person.participantId} className={styles.name}>
          <PersonName person={person} />
          <strong dir="auto">{tableOf.get(person)}</strong>
        </li>
      ))}
    </ul>
  )
}

/** With the flag, for there may be two of one name. */
function PersonName({ person: { name, country, headCount } }: { readonly person: SeatedPerson }) {
  const { t } = useTranslation('tables')
  return (
    <span className={styles.person}>
      {country ? <Flag country={country} /> : null}
      <bdi>{name}</bdi>
      {headCount > 1 ? <span> {t('people', { count: headCount })}</span> : null}
    </span>
  )
}

function byName(people: readonly SeatedPerson[], language: string): readonly SeatedPerson[] {
  const order = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  return people.toSorted((a, b) => order.compare(a.name, b.name))
}
