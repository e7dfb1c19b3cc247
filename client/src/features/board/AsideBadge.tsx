import { useTranslation } from 'react-i18next'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import styles from './AsidePanel.module.css'
import { useReadable } from './use-readable.ts'

export type AsideBadgeProps = {
  readonly device: BoardOnDevice
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Says that something waits to be put on the board; gone when nothing does. */
export function AsideBadge({ device, isOpen, onToggle }: AsideBadgeProps) {
  const { t } = useTranslation('board')
  const { length: count } = useReadable(device.aside)
  if (count === 0 && !isOpen) return null
  return (
    <button type="button" className={styles.badge} aria-pressed={isOpen} onClick={onToggle}>
      {t('aside.badge', { count })}
    </button>
  )
}
