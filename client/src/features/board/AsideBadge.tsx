import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './AsidePanel.module.css'

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
      <span className={styles.badgeSign} aria-hidden="true">
        <Archive size={16} />
        {t('aside.count', { value: count })}
      </span>
      <span className={styles.badgeWords}>{t('aside.badge', { count })}</span>
    </button>
  )
}
