import { createSeededRandom } from '#shared/testing/seeded-random.ts'
import { createLane, type Lane, type LaneProfile } from './lane.ts'
import { type LineClock, machineClock } from './line-clock.ts'

export type LineProfile = {
  readonly downBitsPerS: number
  readonly upBitsPerS: number
  readonly roundTripMs: number
  readonly lossShare: number
  readonly queueBytes: number
}

/** A village's mobile network in the rain, or a satellite with many people behind it. */
export const poorLine: LineProfile = {
  downBitsPerS: 64_000,
  upBitsPerS: 64_000,
  roundTripMs: 600,
  lossShare: 0.02,
  queueBytes: 32 * 1024,
}

/** What one device's connections share: its rate, its losses, and the minutes in which it has no line at all. */
export interface DeviceLine {
  readonly clock: LineClock
  readonly up: Lane
  readonly down: Lane
  /** From now on nothing gets through, and nobody is told. Connections live on, and repeat, as TCP does. */
  fail(): void
  restore(): void
}

export function createDeviceLine(
  profile: LineProfile,
  { seed = 1, clock = machineClock }: { seed?: number; clock?: LineClock } = {},
): DeviceLine {
  let isFailing = false
  const random = createSeededRandom(seed).next
  const surroundings = { clock, random, isOut: () => isFailing }
  const common = { delayMs: profile.roundTripMs / 2, lossShare: profile.lossShare, queueBytes: profile.queueBytes }
  const lane = (bitsPerS: number): Lane => createLane({ ...common, bitsPerS } satisfies LaneProfile, surroundings)
  return {
    clock,
    up: lane(profile.upBitsPerS),
    down: lane(profile.downBitsPerS),
    fail() {
      isFailing = true
    },
    restore() {
      isFailing = false
    },
  }
}
