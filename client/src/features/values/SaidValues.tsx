import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import { sayValue } from '#shared/board/value-words.ts'
import type { FieldState } from '../../canvas/values/canvas-values.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import styles from './SaidValues.module.css'
import tones from './tones.module.css'

/** What a note says beside its words, under them in a list. */
export function SaidValues({ fields }: { readonly fields: readonly FieldState[] }) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const said = fields.flatMap(({ field, value }) =>
    value === undefined
      ? []
      : [{ key: field.key, label: localise(field.label, language), ...sayValue(field, value, language) }],
  )
  if (said.length === 0) return null
  return (
    <small className={styles.values}>
      {said.map(({ key, label, symbol, word, tone }) => (
        <span key={key}>
          <span className={styles.label}>{t('named', { label })}</span>{' '}
          {symbol === '' ? null : (
            <span className={tones[tone]} aria-hidden="true">
              {symbol}{' '}
            </span>
          )}
          <bdi>{word}</bdi>
        </span>
      ))}
    </small>
  )
}
