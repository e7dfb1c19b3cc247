import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { beginZones } from './begin-zones.ts'

export type FirstZoneDialogProps = {
  readonly canvas: CanvasHandle
  /** What somebody wanted to do. */
  readonly title: string
  readonly onClose: () => void
}

/** In place of what needs a zone, on a board that has none: why not, and the way there. */
export function FirstZoneDialog({ canvas, title, onClose }: FirstZoneDialogProps) {
  const { t } = useTranslation('zones')
  const begin = () => {
    beginZones(canvas)
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      kind="primary"
      {...{ title, onClose }}
      description={t('empty.needed')}
      action={t('empty.draw')}
      onConfirm={begin}
    />
  )
}
