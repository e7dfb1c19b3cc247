import { useTranslation } from 'react-i18next'
import type { TemplateDetail } from '#shared/http/templates.ts'
import styles from './NewBoardPage.module.css'

/** The steps of a template with the time each takes; 0 minutes is work before the session. */
export function RunOfShow({ steps }: { readonly steps: TemplateDetail['steps'] }) {
  const { t } = useTranslation('template')
  return (
    <section aria-labelledby="run-of-show">
      <h2 id="run-of-show">{t('runOfShow')}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key} className={styles.step}>
            <span className={styles.stepMinutes}>
              {step.minutes === 0 ? t('before') : t('minutesShort', { count: step.minutes })}
            </span>
            <div>
              <h3>{step.title}</h3>
              <p className={styles.soft}>{step.prompt}</p>
            </div>
            <span className={styles.mode}>{t(`mode.${step.mode}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
