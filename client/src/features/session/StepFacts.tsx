import { useTranslation } from 'react-i18next'
import styles from './StepFacts.module.css'
import { useIsFacilitator } from './session-context.ts'
import type { StepPlace } from './step-place.ts'
import { useWords } from './use-words.ts'

/** What one is asked to do in the step that runs, in words. */
export function StepFacts({ place }: { readonly place: StepPlace }) {
  const { t } = useTranslation('session')
  const { text, titleOf, number } = useWords()
  const isFacilitator = useIsFacilitator()
  const { step, mode } = place
  const [prompt, notes] = [text(step.prompt), text(step.notes)]
  return (
    <div className={styles.facts}>
      <p className={styles.soft}>
        {t('step.place', { number: number(place.number), count: number(place.count), mode: t(`mode.${mode}.name`) })}
      </p>
      <h2 className={styles.title} dir="auto">
        {titleOf(step)}
      </h2>
      {prompt ? (
        <p className={styles.prompt} dir="auto">
          {prompt}
        </p>
      ) : null}
      <p className={styles.soft}>{t(`mode.${mode}.what`)}</p>
      {mode === 'private' ? (
        <p className={styles.soft}>{t(step.isAnonymous ? 'step.anonymous' : 'step.named')}</p>
      ) : null}
      {isFacilitator && notes ? (
        <div className={styles.notes}>
          <h3 className={styles.notesTitle}>{t('step.notes')}</h3>
          <p dir="auto">{notes}</p>
        </div>
      ) : null}
    </div>
  )
}
