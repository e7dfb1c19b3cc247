import { Leaf } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { LineSign } from './LineSign.tsx'
import styles from './LineState.module.css'

/** In the bar, only while there is something to know: that the line is slow, or silent, or that data is saved. */
export function LineTag({ connection }: { readonly connection: BoardConnection }) {
  const { t } = useTranslation('board')
  const { status } = useReadable(connection.connection)
  const { quality } = useReadable(connection.line)
  const savesData = useReadable(connection.savesData)
  // Without a line the words about saving say so.
  const shown = status === 'online' ? quality : 'good'
  return (
    <>
      {shown === 'good' ? null : (
        <span className={styles.tag} data-quality={shown} title={t(`line.why.${shown}`)}>
          <LineSign quality={shown} size={16} />
          <span className={styles.tagWords}>{t(`line.${shown}`)}</span>
        </span>
      )}
      {savesData ? (
        <span className={styles.tag} title={t('saveData.hint')}>
          <Leaf className={styles.tagAlone} size={16} aria-hidden="true" />
          <span className={styles.tagWords}>{t('saveData.isOn')}</span>
        </span>
      ) : null}
      <span className="visually-hidden" role="status">
        {shown === 'silent' ? t('line.silent') : ''}
      </span>
    </>
  )
}
