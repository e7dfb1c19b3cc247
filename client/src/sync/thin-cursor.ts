import type { CursorPoint } from '#shared/protocol/messages.ts'

/** Milliseconds between two positions: smooth to the eye in a small group, and in a crowd nobody follows them all. */
export function cursorIntervalMs(people: number): number {
  if (people <= 30) return 50
  return people <= 100 ? 100 : 200
}

/**
 * Passes on the first position at once and then the latest of each interval.
 *
 * @param send - false when the line is full: the position is kept for the next interval.
 */
export function thinCursor(
  send: (point: CursorPoint) => boolean,
  people: () => number,
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
    timer = setTimeout(pass, cursorIntervalMs(people()))
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
