import { type PointerEvent, useRef, useState } from 'react'

/** Somebody in the hand: how far from where she was, and over which table of her round. */
export type SeatDrag = {
  readonly participantId: string
  readonly round: number
  readonly x: number
  readonly y: number
  /** `null`: over "not seated". Undefined over nothing that takes her. */
  readonly over: number | null | undefined
}

/** A hand that shakes is no drag. */
const leastMovePx = 6

/**
 * People are taken by the mouse or a pen and put at another table of the same round. A finger scrolls instead: it taps
 * the person, and then the table.
 */
export function useDragSeat(onDrop: (participantId: string, round: number, table: number | undefined) => void) {
  const [drag, setDrag] = useState<SeatDrag>()
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const held = useRef<SeatDrag>(undefined)
  const hold = (next: SeatDrag | undefined) => {
    held.current = next
    setDrag(next)
  }
  const wasDragged = useRef(false)
  const end = () => {
    from.current = undefined
    hold(undefined)
  }
  return {
    drag,
    dragProps: (participantId: string, round: number, onTap: () => void) => ({
      // The end of a drag is a click as well.
      onClick() {
        if (!wasDragged.current) onTap()
        wasDragged.current = false
      },
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || event.pointerType === 'touch') return
        wasDragged.current = false
        from.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!from.current) return
        const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y]
        if (!held.current && Math.hypot(x, y) < leastMovePx) return
        hold({ participantId, round, x, y, over: placeAt(event.clientX, event.clientY, round) })
      },
      onPointerUp() {
        const dropped = held.current
        wasDragged.current = dropped !== undefined
        end()
        if (dropped && dropped.over !== undefined) onDrop(participantId, round, dropped.over ?? undefined)
      },
      onPointerCancel: end,
    }),
  }
}

function placeAt(x: number, y: number, round: number): number | null | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-seats]') : null
    if (place && place.dataset.round === String(round)) {
      return place.dataset.seats === '' ? null : Number(place.dataset.seats)
    }
  }
  return undefined
}
