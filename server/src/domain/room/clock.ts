import type { Clock } from '../clock.ts'

/** Time as rooms see it: they also wait. */
export interface RoomClock extends Clock {
  /** Milliseconds since some moment of this process. For measuring: it never jumps, as the time of day may. */
  monotonicMs(): number
  /** Runs once after the delay; 0 means after what has arrived already. @returns the stop. */
  after(delayMs: number, run: () => void): () => void
}
