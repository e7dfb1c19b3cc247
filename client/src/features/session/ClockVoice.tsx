import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionClock } from '#shared/session/session.ts'
import type { Chime } from './chime.ts'
import { momentBetween, partBegunBetween } from './clock-moments.ts'
import { useSessionPlace } from './session-context.ts'
import { useWords } from './use-words.ts'

const lookEveryMs = 250

export type ClockVoiceProps = {
  readonly clock: SessionClock
  /** Into how many the time falls. */
  readonly parts: number
  readonly chime: Chime
}

/**
 * Tells screen readers of the half, the last minute and the end, and nothing between; rings at the end. Of a step in
 * parts it tells which one begins, and rings it in; the half would only be in the way.
 */
export function ClockVoice({ clock, parts, chime }: ClockVoiceProps) {
  const { desk } = useSessionPlace()
  const { t } = useTranslation('session')
  const { number } = useWords()
  const [said, setSaid] = useState('')
  const words = useRef({ t, number, chime })
  words.current = { t, number, chime }
  useEffect(() => {
    setSaid('')
    let beforeMs = desk.nowMs()
    const timer = setInterval(() => {
      const nowMs = desk.nowMs()
      const moment = momentBetween(clock, beforeMs, nowMs)
      const begun = partBegunBetween(clock, parts, beforeMs, nowMs)
      beforeMs = nowMs
      const speak = words.current
      const count = speak.number(parts)
      if (begun !== undefined) setSaid(speak.t('clock.said.part', { number: speak.number(begun), count }))
      else if (moment && (parts < 2 || moment === 'zero')) setSaid(speak.t(`clock.said.${moment}`))
      if (begun !== undefined || moment === 'zero') speak.chime.ring()
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [desk, clock, parts])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
