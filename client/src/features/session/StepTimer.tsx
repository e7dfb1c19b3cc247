import { AlarmClock, Clock, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { clockTone, shareLeft, timeLeftMs } from '#shared/session/clock.ts'
import type { SessionClock } from '#shared/session/session.ts'
import { formatLeft } from './format-left.ts'
import styles from './StepTimer.module.css'
import { useServerNow } from './use-server-now.ts'

const everyMs = 250

/** Bar and digits; near the end a sign beside the colour, and words when it is over or stands still. */
export function StepTimer({ clock }: { readonly clock: SessionClock }) {
  const { t } = useTranslation('session')
  const nowMs = useServerNow(everyMs)
  const leftMs = timeLeftMs(clock, nowMs)
  if (leftMs === null) return null
  const tone = clockTone(clock, nowMs)
  const isPaused = clock.state === 'paused'
  return (
    <div className={styles.timer} data-tone={isPaused ? 'paused' : tone} role="timer" aria-label={t('clock.label')}>
      <span className={styles.sign}>
        <Sign tone={isPaused ? 'paused' : tone} />
        <bdi className={styles.digits}>{formatLeft(leftMs)}</bdi>
        {isPaused ? <span className={styles.word}>{t('clock.paused')}</span> : null}
        {!isPaused && tone === 'over' ? <span className={styles.word}>{t('clock.over')}</span> : null}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.left} style={{ inlineSize: `${(shareLeft(clock, nowMs) ?? 0) * 100}%` }} />
      </span>
    </div>
  )
}

function Sign({ tone }: { readonly tone: ReturnType<typeof clockTone> | 'paused' }) {
  switch (tone) {
    case 'paused':
      return <Pause size={16} aria-hidden="true" />
    case 'amber':
      return <Clock size={16} aria-hidden="true" />
    case 'red':
    case 'over':
      return <AlarmClock size={16} aria-hidden="true" />
    case 'plenty':
      return null
  }
}
