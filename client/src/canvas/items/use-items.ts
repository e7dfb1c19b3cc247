import { useEffect, useState } from 'react'
import type { CanvasHandle } from '../canvas-handle.ts'
import type { BoardItem } from './canvas-items.ts'

const none: readonly BoardItem[] = []

/** Everything on the board, in reading order. */
export function useItems(canvas: Pick<CanvasHandle, 'items'> | undefined): readonly BoardItem[] {
  const [items, setItems] = useState(none)
  useEffect(() => canvas?.items.watch(setItems), [canvas])
  return items
}
