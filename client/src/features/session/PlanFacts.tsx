import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { timeFormat } from '#shared/formats.ts'
import type { SessionView } from '#shared/session/view.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import styles from './PlanFacts.module.css'
import { knownTimeZone } from './time-zone.ts'

/** What the session is called, when it is, and how people take part. */
export function PlanFacts({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { language } = useLanguage()
  const [isEditing, setIsEditing] = useState(false)
  const { title, startsAtMs, timeZone, format, expectedPeople, meetingUrl } = session.plan
  const when =
    startsAtMs === null
      ? t('plan.noDate')
      : timeFormat(language, {
          ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
          ...{ timeZone: knownTimeZone(timeZone), timeZoneName: 'short' },
        }).format(startsAtMs)
  const facts = [
    when,
    t(`format.${format}`),
    ...(expectedPeople === null ? [] : [t('plan.people', { count: expectedPeople })]),
  ]
  return (
    <div className={styles.facts}>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {title || t('untitled')}
        </p>
        <p className={styles.soft}>{facts.join(' · ')}</p>
        {meetingUrl === null ? null : (
          <p className={styles.soft}>
            <a href={meetingUrl} target="_blank" rel="noreferrer">
              {t('plan.openMeeting')}
            </a>
          </p>
        )}
      </div>
      <Button size="small" aria-label={t('plan.editDetails')} onClick={() => setIsEditing(true)}>
        {t('plan.edit')}
      </Button>
      {isEditing ? <PlanDialog plan={session.plan} onClose={() => setIsEditing(false)} /> : null}
    </div>
  )
}
