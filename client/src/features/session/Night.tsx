import { Moon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goesOnAtMs } from '#shared/session/days.ts'
import type { SessionView } from '#shared/session/view.ts'
import styles from './Night.module.css'
import { knownTimeZone } from './time-zone.ts'
import { useWords } from './use-words.ts'

/** In place of the clock while a session rests until another day: when it goes on, by the reader's own clock. */
export function Night({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { time, dayTime } = useWords()
  const atMs = goesOnAtMs(session)
  if (atMs === undefined) return null
  const isElsewhere = time(atMs) !== time(atMs, knownTimeZone(session.plan.timeZone))
  return (
    <p className={styles.night}>
      <Moon size={16} aria-hidden="true" />
      <time dateTime={new Date(atMs).toISOString()}>
        {t('days.goesOn', { when: dayTime(atMs, { isZoneNamed: isElsewhere }) })}
      </time>
    </p>
  )
}
