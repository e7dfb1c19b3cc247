import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { preloadable } from '../../ui/preloadable.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { whenIdle } from '../../ui/when-idle.ts'

const ZoneDialog = preloadable(async () => (await import('./ZoneDialog.tsx')).ZoneDialog)

type EditedZoneProps = {
  readonly canvas: CanvasHandle
  /** Whether this person may change zones. */
  readonly mayEdit: boolean
}

/** The form of a zone, opened by the list or by the canvas. */
export function EditedZone({ canvas, mayEdit }: EditedZoneProps) {
  const { i18n } = useTranslation()
  const { zoning } = canvas
  const zoneId = useReadable(zoning.editedId)
  // Zones are changed without a line, too: what that needs is brought while there is one.
  useEffect(() => {
    if (!mayEdit) return
    const bring = () => Promise.all([ZoneDialog.preload(), import('./ZonesPanel.tsx'), i18n.loadNamespaces('zones')])
    return whenIdle(() => void bring().catch(() => undefined))
  }, [mayEdit, i18n])
  if (zoneId === null) return null
  return (
    <Suspense>
      <ZoneDialog
        key={zoneId}
        zones={zoning}
        zoneId={zoneId}
        onClose={() => {
          zoning.edit(null)
          if (!zoning.isOn.get()) canvas.focus()
        }}
      />
    </Suspense>
  )
}
