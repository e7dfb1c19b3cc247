import { AlarmClock, Clock, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { clockTone, shareLeft, timeLeftMs } from '#shared/session/clock.ts'
import { partAt } from '#shared/session/parts.ts'
import type { SessionClock } from '#shared/session/session.ts'
import { formatLeft } from './format-left.ts'
import styles from './StepTimer.module.css'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

const everyMs = 250

export type StepTimerProps = {
  readonly clock: SessionClock
  /** Into how many the time falls; then bar and digits are those of the part that runs. */
  readonly parts?: number | undefined
}

/** Bar and digits; near the end a sign beside the colour, and words when it is over or stands still. */
export function StepTimer({ clock, parts = 1 }: StepTimerProps) {
  const { t } = useTranslation('session')
  const { number } = useWords()
  const nowMs = useServerNow(everyMs)
  const leftMs = timeLeftMs(clock, nowMs)
  if (leftMs === null) return null
  const tone = clockTone(clock, nowMs)
  const isPaused = clock.state === 'paused'
  const part = partAt(clock, parts, nowMs)
  const share = part ? shareOf(part.leftMs, part.lengthMs) : (shareLeft(clock, nowMs) ?? 0)
  return (
    <div className={styles.timer} data-tone={isPaused ? 'paused' : tone} role="timer" aria-label={t('clock.label')}>
      <span className={styles.sign}>
        <Sign tone={isPaused ? 'paused' : tone} />
        {part ? (
          <span className={styles.part}>
            {t('clock.part', { number: number(part.number), count: number(part.count) })}
            <span aria-hidden="true"> ·</span>
          </span>
        ) : null}
        <bdi className={styles.digits}>{formatLeft(part?.leftMs ?? leftMs)}</bdi>
        {isPaused ? <span className={styles.word}>{t('clock.paused')}</span> : null}
        {!isPaused && tone === 'over' ? <span className={styles.word}>{t('clock.over')}</span> : null}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.left} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  )
}

function shareOf(leftMs: number, lengthMs: number): number {
  return lengthMs > 0 ? Math.min(1, Math.max(0, leftMs / lengthMs)) : 0
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
