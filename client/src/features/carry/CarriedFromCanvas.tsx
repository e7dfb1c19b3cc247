import { Suspense } from 'react'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useIsSessionHere } from '../session/index.ts'
import { CarryOnDialog } from './lazy-dialog.ts'

/** Asks where to, when somebody carries notes on by the menu of the canvas. */
export function CarriedFromCanvas({ canvas }: { readonly canvas: CanvasHandle }) {
  const { carried } = canvas.items
  const ids = useReadable(carried)
  const isSessionHere = useIsSessionHere()
  if (!ids || !isSessionHere) return null
  return (
    <Suspense>
      <CarryOnDialog canvas={canvas} source={{ ids }} onClose={() => carried.set(null)} />
    </Suspense>
  )
}
