import type { BoardConnection } from './board-connection.ts'

/** Lets what found no answer wait: a little longer each time, and not a moment longer than until the line is back. */
export function waitForLine({ connection }: Pick<BoardConnection, 'connection'>): {
  /** @param attempt - from 1 */
  wait(attempt: number): Promise<void>
  /** Wakes whoever waits. */
  stop(): void
} {
  const waiting = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of [...waiting]) wake()
  }
  const stop = connection.subscribe(() => {
    if (connection.get().status === 'online') wakeAll()
  })
  return {
    wait: (attempt) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, Math.min(10_000, 500 * 2 ** (attempt - 1)))
        waiting.add(wake)
      }),
    stop() {
      stop()
      wakeAll()
    },
  }
}
