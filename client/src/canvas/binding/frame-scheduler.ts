/** Runs `task` once, soon, however often it was asked for. */
export interface FrameScheduler {
  request(): void
  /** Drops what was asked for. */
  cancel(): void
}

/**
 * Frames do not come in a hidden tab, and come late in a busy one; then the timer runs the task. A hidden tab must keep
 * up as well: somebody comes back to it and types at once.
 */
const latestMs = 100

export function createFrameScheduler(task: () => void): FrameScheduler {
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const cancel = () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    if (timer !== undefined) clearTimeout(timer)
    frame = undefined
    timer = undefined
  }
  const run = () => {
    cancel()
    task()
  }
  return {
    request() {
      if (timer !== undefined) return
      timer = setTimeout(run, latestMs)
      frame = requestAnimationFrame(run)
    },
    cancel,
  }
}
