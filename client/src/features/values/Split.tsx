import { useTranslation } from 'react-i18next'
import styles from './Summary.module.css'

/** People differ: a sign with its word. */
export function Split() {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  return (
    <span className={styles.split}>
      <span aria-hidden="true">⇄ </span>
      {t('split')}
    </span>
  )
}
