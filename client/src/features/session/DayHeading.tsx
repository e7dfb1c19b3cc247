import { useTranslation } from 'react-i18next'
import type { Schedule } from '#shared/session/schedule.ts'
import type { SessionView } from '#shared/session/view.ts'
import styles from './DayHeading.module.css'
import { knownTimeZone } from './time-zone.ts'
import { useWords } from './use-words.ts'

export type DayHeadingProps = {
  readonly session: SessionView
  readonly schedule: Schedule
  readonly index: number
}

/** Above the first step of each day, where a session has several. */
export function DayHeading({ session, schedule, index }: DayHeadingProps) {
  const { t } = useTranslation('session')
  const { number, date } = useWords()
  const day = schedule.steps[index]?.day
  const startMs = day === undefined ? undefined : schedule.dayStartsMs[day - 1]
  if (schedule.dayStartsMs.length < 2 || day === undefined || startMs === undefined) return null
  if (day === schedule.steps[index - 1]?.day) return null
  return (
    <h3 className={styles.day}>
      {schedule.isStartKnown
        ? t('days.headingOn', { number: number(day), date: date(startMs, knownTimeZone(session.plan.timeZone)) })
        : t('days.heading', { number: number(day) })}
    </h3>
  )
}
