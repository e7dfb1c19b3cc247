import { useTranslation } from 'react-i18next'
import type { Schedule } from '#shared/session/schedule.ts'
import type { SessionView } from '#shared/session/view.ts'
import styles from './StepRow.module.css'
import { shiftOf } from './shift-of.ts'
import { knownTimeZone } from './time-zone.ts'
import { useWords } from './use-words.ts'

export type StepTimesProps = {
  readonly session: SessionView
  readonly schedule: Schedule
  readonly index: number
  readonly isPast: boolean
}

/** When the step begins; once it is later or earlier than it was promised, the new time and by how much. */
export function StepTimes({ session, schedule, index, isPast }: StepTimesProps) {
  const { t } = useTranslation('session')
  const { time, shortMinutes } = useWords()
  const scheduled = schedule.steps[index]
  // What was passed over has no time: the promised one would stand between those that are.
  const begins = scheduled?.expected ?? (isPast ? undefined : scheduled?.planned)
  if (!begins) return <span className={styles.times}>{t('steps.noTime')}</span>
  // Of a day after the first the time is known before the date is.
  const isElapsed = !schedule.isStartKnown && scheduled?.day === 1
  if (isElapsed) return <span className={styles.times}>{elapsed(begins.startMs)}</span>
  const zone = schedule.isStartKnown ? knownTimeZone(session.plan.timeZone) : 'UTC'
  // Of what is over nothing can be changed.
  const shift = isPast ? undefined : shiftOf(scheduled)
  return (
    <span className={styles.times}>
      <time dateTime={new Date(begins.startMs).toISOString()}>{time(begins.startMs, zone)}</time>
      {shift === undefined ? null : (
        <span className={styles.shift} data-shift={shift > 0 ? 'late' : 'early'}>
          {t(shift > 0 ? 'steps.late' : 'steps.early', { minutes: shortMinutes(shift) })}
        </span>
      )}
    </span>
  )
}

/** Hours and minutes since the session began. */
function elapsed(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
