import { overlaps } from '#shared/board/box.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import type { ItemPlace } from '../../canvas/items/canvas-items.ts'

/** − and + with the count between them, and what is left of it where there is no room. */
export const stepperSize = { w: 136, h: 46 } as const
export const buttonSize = { w: 44, h: 44 } as const
/** How far they hang over a note's lower edge. */
const overhang = 24
export type Control = {
  readonly id: string
  readonly look: 'stepper' | 'button'
  /** Upper left corner. */
  readonly x: number
  readonly y: number
}

/**
 * Where − and + lie on notes that are in view: never over another's. A note without room for both has one button, and a
 * note without room for that has none: it is in the list, and the one that is selected always has both.
 */
export function layOutControls(places: readonly ItemPlace[], selectedId: string | undefined): Control[] {
  const inOrder = places.toSorted((a, b) => Number(b.id === selectedId) - Number(a.id === selectedId))
  const taken: Box[] = []
  return inOrder.flatMap((place): Control[] => {
    const isSelected = place.id === selectedId
    const isWide = place.w >= stepperSize.w
    const looks = isSelected
      ? (['stepper'] as const)
      : isWide
        ? (['stepper', 'button'] as const)
        : (['button'] as const)
    for (const look of looks) {
      const box = boxAt(place, look === 'stepper' ? stepperSize : buttonSize)
      const fits = look === 'stepper' || place.w >= buttonSize.w
      if (!isSelected && (!fits || taken.some((other) => overlaps(box, other)))) continue
      taken.push(box)
      return [{ id: place.id, look, x: box.x, y: box.y }]
    }
    return []
  })
}

function boxAt({ x, y, w, h }: Box, size: { readonly w: number; readonly h: number }): Box {
  return { x: x + (w - size.w) / 2, y: y + h - size.h + overhang, ...size }
}
