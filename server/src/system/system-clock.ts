import { uptime } from 'node:os'
import type { RoomClock } from '../domain/room/clock.ts'
import { createSteadyTime, type SteadyTime } from './steady-time.ts'

export type SystemClock = RoomClock & SteadyTime

/** The machine's clock. Waiting does not keep the process alive. */
export const systemClock: SystemClock = {
  ...createSteadyTime({ wallMs: Date.now, awakeMs: () => performance.now(), uptimeS: uptime }),
  monotonicMs: () => performance.now(),
  after(delayMs, run) {
    if (delayMs <= 0) {
      const immediate = setImmediate(run)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
