import type { CanvasHandle } from '../../canvas/canvas-handle.ts'

/** With the list of zones open, the next drag draws one. */
export function beginZones({ zoning }: Pick<CanvasHandle, 'zoning'>): void {
  zoning.open(true)
  zoning.draw(true)
}
