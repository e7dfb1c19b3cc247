import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/session/session.ts'
import styles from './StepDetails.module.css'
import { useWords } from './use-words.ts'

/** What of a step does not show in its row. */
export function StepDetails({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { text, zoneNames } = useWords()
  const rows = [
    { name: t('step.prompt'), value: text(step.prompt) },
    { name: t('step.notes'), value: text(step.notes) },
    { name: t('step.feeds'), value: step.feeds.length > 0 ? zoneNames(step.feeds) : '' },
  ].filter(({ value }) => value !== '')
  if (rows.length === 0) return null
  return (
    <dl className={styles.details}>
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
