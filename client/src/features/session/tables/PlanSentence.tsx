import { CircleCheck, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../use-words.ts'
import styles from './PlanSentence.module.css'
import type { PlanFacts } from './plan-facts.ts'

/** How good a plan is, as one would say it aloud. */
export function PlanSentence({ facts, roundCount }: { readonly facts: PlanFacts; readonly roundCount: number }) {
  const { t } = useTranslation('tables')
  const { number } = useWords()
  const { meets, repeats, fewestRepeats, returns, fewestCountries } = facts
  const inRounds = t('facts.inRounds', { count: roundCount })
  const isBest = repeats <= fewestRepeats && returns === 0
  const sentences = [
    meets.least === meets.most
      ? t('facts.meets', { count: meets.most, inRounds })
      : t('facts.meetsRange', { least: number(meets.least), count: meets.most, inRounds }),
    ...(roundCount > 1 ? [repeatWords()] : []),
    ...(returns > 0 ? [t('facts.returns', { count: returns })] : []),
    ...(!fewestCountries ? [] : [t('facts.countries', { count: fewestCountries })]),
  ]
  function repeatWords(): string {
    if (repeats === 0) return t('facts.noRepeats')
    if (repeats <= fewestRepeats) return t('facts.repeatsNotFewer', { count: repeats })
    const atLeast = fewestRepeats === 0 ? '' : t('facts.atLeast', { count: fewestRepeats })
    return `${t('facts.repeats', { count: repeats })} ${atLeast}`.trim()
  }
  return (
    <p className={styles.facts} data-tone={isBest ? 'good' : 'plain'}>
      {isBest ? <CircleCheck size={20} aria-hidden="true" /> : <Info size={20} aria-hidden="true" />}
      <span>{sentences.join(' ')}</span>
    </p>
  )
}
