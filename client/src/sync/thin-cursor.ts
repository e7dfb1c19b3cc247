import type { CursorPoint } from '#shared/protocol/cursors.ts'

/**
 * Passes on the first position at once and then the latest of each interval.
 *
 * @param send - false when the line is full: the position is kept for the next interval.
 */
export function thinCursor(
  send: (point: CursorPoint) => boolean,
  intervalMs: () => number,
): { move(point: CursorPoint): void; stop(): void } {
  let waiting: { readonly point: CursorPoint } | undefined
  let last: CursorPoint | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const pass = () => {
    timer = undefined
    if (!waiting) return
    const { point } = waiting
    if (send(point)) {
      last = point
      waiting = undefined
    }
    timer = setTimeout(pass, intervalMs())
  }

  return {
    move(point) {
      const rounded = point && { x: Math.round(point.x), y: Math.round(point.y) }
      if (last !== undefined && last?.x === rounded?.x && last?.y === rounded?.y) {
        waiting = undefined
        return
      }
      waiting = { point: rounded }
      if (timer === undefined) pass()
    },
    stop: () => clearTimeout(timer),
  }
}
