import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { beginZones } from './begin-zones.ts'
import styles from './zones.module.css'

/** For facilitators, while nothing is on the board: where to begin. */
export function EmptyBoard({ canvas }: { readonly canvas: CanvasHandle }) {
  const { t } = useTranslation('zones')
  const isEmpty = useReadable(canvas.isEmpty)
  const isOn = useReadable(canvas.zoning.isOn)
  if (!isEmpty || isOn) return null
  return (
    <div className={styles.empty}>
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        <Button kind="primary" onClick={() => beginZones(canvas)}>
          {t('empty.draw')}
        </Button>
      </EmptyState>
    </div>
  )
}
