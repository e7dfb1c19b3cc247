/** Time as a line sees it: the machine's, or a test's that moves by hand. */
export interface LineClock {
  nowMs(): number
  /** @returns the stop. */
  after(delayMs: number, run: () => void): () => void
}

export const machineClock: LineClock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
