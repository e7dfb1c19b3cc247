import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { dropPlace, indexAfterDrop } from './drop-place.ts'

export type DragOrder = {
  /** Which row is in hand, and before which row it would be put. */
  readonly drag: { readonly from: number; readonly place: number } | undefined
  /** For the handle of the row at `index`. */
  handleProps(index: number): {
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onPointerMove(event: PointerEvent<HTMLElement>): void
    onPointerUp(): void
    onPointerCancel(): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/** Near the edge of a list that is longer than the screen it scrolls under the hand. */
const edgePx = 40
const scrollPx = 12

/**
 * Rows of a list that are taken by a handle and put elsewhere: by mouse, finger or pen, and with the arrow keys on the
 * handle.
 *
 * @param list - Its children are the rows.
 * @param onMove - `to` is the index that the row then has.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  count: number,
  onMove: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<{ from: number; place: number }>()
  const held = useRef<{ from: number; place: number }>(undefined)
  const hold = (next: typeof held.current) => {
    held.current = next
    setDrag(next)
  }
  const boxes = () => [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
  const move = (from: number, to: number) => {
    if (to !== from && to >= 0 && to < count) onMove(from, to)
  }

  return {
    drag,
    handleProps: (index) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        hold({ from: index, place: index })
      },
      onPointerMove(event) {
        if (!held.current) return
        scrollAtEdge(scrollerOf(list.current), event.clientY)
        hold({ from: index, place: dropPlace(boxes(), event.clientY) })
      },
      onPointerUp() {
        const dropped = held.current
        hold(undefined)
        if (dropped) move(dropped.from, indexAfterDrop(dropped.from, dropped.place))
      },
      onPointerCancel: () => hold(undefined),
      onKeyDown(event) {
        if (event.key === 'Escape' && held.current) {
          event.stopPropagation()
          hold(undefined)
        }
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
      },
    }),
  }
}

/** On a wide screen the rail's middle, on a phone all of the rail. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  for (let box = list?.parentElement ?? null; box; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'auto') return box
  }
  return null
}

function scrollAtEdge(scroller: HTMLElement | null, y: number): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + edgePx) scroller.scrollTop -= scrollPx
  else if (y > bottom - edgePx) scroller.scrollTop += scrollPx
}
