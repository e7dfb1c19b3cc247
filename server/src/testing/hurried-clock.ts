import type { RoomClock } from '../domain/room/clock.ts'
import { systemClock } from '../system/system-clock.ts'

/** Time that passes so many times faster: what a server does every twelve seconds, a test sees at once. */
export function hurriedClock(times: number): RoomClock {
  return {
    nowMs: systemClock.nowMs,
    monotonicMs: () => systemClock.monotonicMs() * times,
    after: (delayMs, run) => systemClock.after(delayMs / times, run),
  }
}
