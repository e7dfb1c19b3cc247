import { useTranslation } from 'react-i18next'
import type { Checkpoint } from '#shared/http/checkpoints.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { When } from '../../i18n/When.tsx'
import styles from './CheckpointsDialog.module.css'
import { useCheckpointWords } from './use-checkpoint-words.ts'

/** When it was, how people say it and to the minute; where it came from; how much is on it. */
export function CheckpointFacts({ checkpoint }: { readonly checkpoint: Checkpoint }) {
  const { t } = useTranslation('checkpoint')
  const { language } = useLanguage()
  const { originOf } = useCheckpointWords()
  return (
    <div className={styles.facts}>
      <p>
        <When atMs={checkpoint.createdAtMs} /> · {formatMoment(checkpoint.createdAtMs, language)}
      </p>
      <p>
        {originOf(checkpoint)} · {t('items', { count: checkpoint.shapeCount })}
      </p>
    </div>
  )
}
