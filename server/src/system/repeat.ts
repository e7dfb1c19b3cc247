const dayMs = 24 * 60 * 60 * 1_000

/** Runs at once and then daily. Does not keep the process alive. @returns the stop. */
export function repeatDaily(run: () => Promise<void>): () => void {
  void run()
  const timer = setInterval(() => void run(), dayMs)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Runs so long after the last run has ended, for the first time after that time. Does not keep the process alive.
 *
 * @returns the stop; it resolves when nothing runs any more.
 */
export function repeatAfter(delayMs: number, run: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(() => {
      running = run(stopping.signal).then(() => {
        if (!stopping.signal.aborted) wait()
      })
    }, delayMs)
    timer.unref()
  }
  wait()
  return async () => {
    stopping.abort()
    clearTimeout(timer)
    await running
  }
}
