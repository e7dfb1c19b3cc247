const dayMs = 24 * 60 * 60 * 1_000

/** Runs at once and then daily. Does not keep the process alive. @returns the stop. */
export function repeatDaily(run: () => Promise<void>): () => void {
  void run()
  const timer = setInterval(() => void run(), dayMs)
  timer.unref()
  return () => clearInterval(timer)
}
