import { Leaf } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { LineSign } from './LineSign.tsx'
import styles from './LineState.module.css'

/**
 * In the bar, only while there is something to know: that the line is slow, or that data is saved. Without a line, or on
 * one that is silent, the words about saving say so.
 */
export function LineTag({ connection }: { readonly connection: BoardConnection }) {
  const { t } = useTranslation('board')
  const { status } = useReadable(connection.connection)
  const { quality } = useReadable(connection.line)
  const savesData = useReadable(connection.savesData)
  const isSlow = status === 'online' && quality === 'slow'
  return (
    <>
      {isSlow ? (
        <span className={styles.tag} data-quality="slow" title={t('line.why')}>
          <LineSign quality="slow" size={16} />
          <span className={styles.tagWords}>{t('line.slow')}</span>
        </span>
      ) : null}
      {savesData ? (
        <span className={styles.tag} title={t('saveData.hint')}>
          <Leaf className={styles.tagAlone} size={16} aria-hidden="true" />
          <span className={styles.tagWords}>{t('saveData.isOn')}</span>
        </span>
      ) : null}
    </>
  )
}
