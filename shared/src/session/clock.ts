import type { SessionClock } from './session.ts'

const amberShare = 0.2
const redShare = 0.05

/** Below zero once the time is over; null for a step without a time. */
export function timeLeftMs(clock: SessionClock, nowMs: number): number | null {
  switch (clock.state) {
    case 'ticking':
      return clock.deadlineMs - nowMs
    case 'paused':
      return clock.leftMs
    case 'none':
      return null
  }
}

/** From 1 at the beginning to 0 when the time is over; null for a step without a time. */
export function shareLeft(clock: SessionClock, nowMs: number): number | null {
  const leftMs = timeLeftMs(clock, nowMs)
  if (leftMs === null || clock.state === 'none') return null
  if (clock.totalMs <= 0) return 0
  return Math.min(1, Math.max(0, leftMs / clock.totalMs))
}

/** How near the end is, as colours tell it. */
export type ClockTone = 'plenty' | 'amber' | 'red' | 'over'

export function clockTone(clock: SessionClock, nowMs: number): ClockTone {
  const share = shareLeft(clock, nowMs)
  if (share === null || share > amberShare) return 'plenty'
  if (share <= 0) return 'over'
  return share <= redShare ? 'red' : 'amber'
}

export function startClock(minutes: number, nowMs: number): SessionClock {
  const totalMs = minutes * 60_000
  return totalMs > 0 ? { state: 'ticking', deadlineMs: nowMs + totalMs, totalMs } : { state: 'none' }
}

export function pauseClock(clock: SessionClock, nowMs: number): SessionClock {
  if (clock.state !== 'ticking') return clock
  return { state: 'paused', leftMs: clock.deadlineMs - nowMs, ...kept(clock) }
}

export function resumeClock(clock: SessionClock, nowMs: number): SessionClock {
  if (clock.state !== 'paused') return clock
  return { state: 'ticking', deadlineMs: nowMs + clock.leftMs, ...kept(clock) }
}

function kept({ totalMs, part }: Exclude<SessionClock, { state: 'none' }>) {
  return { totalMs, ...(part && { part }) }
}

/** A minute that is given once the time is over is a minute from now; one that is taken never makes it later than over. */
export function addToClock(clock: SessionClock, minutes: number, nowMs: number): SessionClock {
  const addedMs = minutes * 60_000
  const leftMs = timeLeftMs(clock, nowMs) ?? 0
  const nextLeftMs = addedMs > 0 ? Math.max(0, leftMs) + addedMs : Math.min(leftMs, Math.max(0, leftMs + addedMs))
  if (clock.state === 'none' && nextLeftMs <= 0) return clock
  // Where the clock of the server was set back, more than all can be left.
  const totalMs = Math.max(0, (clock.state === 'none' ? 0 : clock.totalMs) + nextLeftMs - leftMs)
  if (clock.state === 'paused') return { state: 'paused', leftMs: nextLeftMs, totalMs }
  return { state: 'ticking', deadlineMs: nowMs + nextLeftMs, totalMs }
}
