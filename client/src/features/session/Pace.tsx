import { useTranslation } from 'react-i18next'
import { goesOnAtMs } from '#shared/session/days.ts'
import { scheduleOf } from '#shared/session/schedule.ts'
import type { SessionView } from '#shared/session/view.ts'
import styles from './Pace.module.css'
import { paceOf } from './pace-of.ts'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

const everyMs = 1_000

/** Ahead, behind or on time: always in a facilitator's view. */
export function Pace({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { minutes } = useWords()
  const nowMs = useServerNow(everyMs)
  const { aheadMs } = scheduleOf(session, nowMs)
  if (goesOnAtMs(session) !== undefined) return <strong className={styles.pace}>{t('days.rests')}</strong>
  const pace = paceOf(aheadMs)
  return (
    <strong className={styles.pace} data-pace={pace}>
      {pace === 'onTime' ? t('foot.onTime') : t(`foot.${pace}`, { minutes: minutes(aheadMs) })}
    </strong>
  )
}
