import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { LineSign } from './LineSign.tsx'
import styles from './LineState.module.css'
import { roundTripSeconds } from './line-words.ts'

/** One's own line in full, above the list of people. */
export function LineRow({ connection }: { readonly connection: BoardConnection }) {
  const { t } = useTranslation('board')
  const { status } = useReadable(connection.connection)
  const line = useReadable(connection.line)
  if (status !== 'online') return null
  const seconds = roundTripSeconds(line)
  return (
    <p className={styles.row} data-quality={line.quality}>
      <LineSign quality={line.quality} size={20} />
      <span>
        {t(`line.own.${line.quality}`)}
        {seconds === undefined || line.quality === 'silent' ? null : (
          <span className={styles.detail}>{t('line.roundTrip', { seconds })}</span>
        )}
      </span>
    </p>
  )
}
