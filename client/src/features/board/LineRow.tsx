import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './LineState.module.css'
import { lineIcons, roundTripSeconds } from './line-words.ts'

/** One's own line in full, above the list of people. */
export function LineRow({ connection }: { readonly connection: BoardConnection }) {
  const { t } = useTranslation('board')
  const { status } = useReadable(connection.connection)
  const line = useReadable(connection.line)
  if (status !== 'online') return null
  const Icon = lineIcons[line.quality]
  const seconds = roundTripSeconds(line)
  return (
    <p className={styles.row} data-quality={line.quality}>
      <Icon size={20} aria-hidden="true" />
      <span>
        {t(`line.own.${line.quality}`)}
        {seconds === undefined || line.quality === 'silent' ? null : (
          <span className={styles.detail}> {t('line.roundTrip', { seconds })}</span>
        )}
      </span>
    </p>
  )
}
