import { maxCheckpointsBytes } from '#shared/limits.ts'
import type { Checkpoint } from './checkpoint.ts'

const hourMs = 60 * 60 * 1_000
const dayMs = 24 * hourMs

/** Of the automatic ones, up to this age: all, the last of each hour, the last of each day. None is older. */
const allUpToMs = 2 * hourMs
const hourlyUpToMs = dayMs
const dailyUpToMs = 30 * dayMs
const beforeRestoreKept = 20

/**
 * Which of a board's checkpoints make way for others. Never one that somebody saved, and never the last one that a
 * restore left behind: it takes the restore back.
 *
 * @param all - the newest first
 * @returns ids
 */
export function checkpointsToThin(all: readonly Checkpoint[], nowMs: number): string[] {
  const replaced = all.filter(({ kind }) => kind === 'before_restore')
  const thinned = new Set<Checkpoint>([
    ...tooManyAutomatic(
      all.filter(({ kind }) => kind === 'automatic'),
      nowMs,
    ),
    ...replaced.slice(beforeRestoreKept),
  ])
  const kept = all.filter((checkpoint) => !thinned.has(checkpoint))
  const oldestFirst = kept.filter(({ kind }) => kind !== 'manual').toReversed()
  let bytes = kept.reduce((sum, checkpoint) => sum + checkpoint.bytes, 0)
  for (const checkpoint of oldestFirst) {
    if (bytes <= maxCheckpointsBytes) break
    if (checkpoint === replaced[0]) continue
    thinned.add(checkpoint)
    bytes -= checkpoint.bytes
  }
  return [...thinned].map(({ id }) => id)
}

function tooManyAutomatic(automatic: readonly Checkpoint[], nowMs: number): Checkpoint[] {
  const taken = new Set<string>()
  return automatic.filter(({ createdAtMs }) => {
    const ageMs = nowMs - createdAtMs
    if (ageMs <= allUpToMs) return false
    if (ageMs > dailyUpToMs) return true
    const slotMs = ageMs <= hourlyUpToMs ? hourMs : dayMs
    const slot = `${slotMs} ${Math.floor(createdAtMs / slotMs)}`
    const isTaken = taken.has(slot)
    taken.add(slot)
    return isTaken
  })
}
