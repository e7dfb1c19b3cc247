import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './BoardBar.module.css'

/** Says that there is more on the board than this version can show. */
export function HiddenItems({ canvas }: { readonly canvas: CanvasHandle }) {
  const { t } = useTranslation('board')
  const count = useReadable(canvas.hiddenCount)
  if (count === 0) return null
  return (
    <span className={styles.tag} title={t('hidden.why')}>
      {t('hidden.count', { count })}
    </span>
  )
}
