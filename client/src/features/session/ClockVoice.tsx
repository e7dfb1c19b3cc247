import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionClock } from '#shared/session/session.ts'
import type { Chime } from './chime.ts'
import { type ClockMoment, momentBetween } from './clock-moments.ts'
import { useSessionPlace } from './session-context.ts'

const lookEveryMs = 250

export type ClockVoiceProps = { readonly clock: SessionClock; readonly chime: Chime }

/** Tells screen readers of the half, the last minute and the end, and nothing between; rings at the end. */
export function ClockVoice({ clock, chime }: ClockVoiceProps) {
  const { desk } = useSessionPlace()
  const { t } = useTranslation('session')
  const [moment, setMoment] = useState<ClockMoment>()
  const ring = useRef(chime)
  ring.current = chime
  useEffect(() => {
    setMoment(undefined)
    let beforeMs = desk.nowMs()
    const timer = setInterval(() => {
      const nowMs = desk.nowMs()
      const next = momentBetween(clock, beforeMs, nowMs)
      beforeMs = nowMs
      if (!next) return
      setMoment(next)
      if (next === 'zero') ring.current.ring()
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [desk, clock])
  return (
    <p className="visually-hidden" aria-live="polite">
      {moment ? t(`clock.said.${moment}`) : ''}
    </p>
  )
}
