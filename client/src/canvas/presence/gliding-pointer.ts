import { PerfectCursor } from 'perfect-cursors'

/** Moves one pointer's element. Positions come a few times a second; between them it glides along a curve. */
export interface GlidingPointer {
  readonly attach: (element: HTMLElement | null) => void
  /** Keeps its size on the screen, whatever the zoom. */
  setScale(scale: number): void
  glideTo(x: number, y: number): void
  jumpTo(x: number, y: number): void
  stop(): void
}

export function createGlidingPointer(): GlidingPointer {
  let element: HTMLElement | null = null
  let scale = 1
  let at: readonly number[] = [0, 0]
  const draw = () => {
    element?.style.setProperty('transform', `translate(${at[0] ?? 0}px, ${at[1] ?? 0}px) scale(${scale})`)
  }
  const moveTo = (point: readonly number[]) => {
    at = point
    draw()
  }
  const glide = new PerfectCursor(moveTo)
  return {
    attach(next) {
      element = next
      draw()
    },
    setScale(next) {
      scale = next
      draw()
    },
    glideTo: (x, y) => glide.addPoint([x, y]),
    jumpTo: (x, y) => moveTo([x, y]),
    stop: () => glide.dispose(),
  }
}
