import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { personColours } from '#shared/protocol/messages.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './PeopleHere.module.css'

/** As many as are taken in at a glance; the rest is a number. */
const mostShown = 3

export type PeopleHereProps = {
  readonly connection: BoardConnection
  readonly isOpen: boolean
  readonly onToggle: () => void
}

export function PeopleHere({ connection, isOpen, onToggle }: PeopleHereProps) {
  const { t } = useTranslation('board')
  const people = useReadable(connection.people)
  const shown = people.slice(0, mostShown)
  const more = people.length - shown.length
  return (
    <button
      type="button"
      className={styles.people}
      aria-label={t('people.open', { count: people.length })}
      aria-pressed={isOpen}
      onClick={onToggle}
    >
      {people.length === 0 ? <Users size={20} aria-hidden="true" /> : null}
      {shown.map((person) => (
        <Avatar key={person.participantId} name={person.name} colour={personColours[person.colour]} />
      ))}
      {/* Drawn by the style sheet, as the initials are: the button's name says how many are here. */}
      {more > 0 ? <span className={styles.more} data-more={t('people.more', { count: more })} /> : null}
      <span className={styles.count} data-count={t('people.count', { value: people.length })} />
    </button>
  )
}
