import { lazy, Suspense } from 'react'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'

const ZoneDialog = lazy(async () => ({ default: (await import('./ZoneDialog.tsx')).ZoneDialog }))

/** The form of a zone, opened by the list or by the canvas. */
export function EditedZone({ canvas }: { readonly canvas: CanvasHandle }) {
  const { zoning } = canvas
  const zoneId = useReadable(zoning.editedId)
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
