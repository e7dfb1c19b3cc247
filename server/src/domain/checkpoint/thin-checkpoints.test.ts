import { describe, expect, test } from 'vitest'
import { maxCheckpointsBytes } from '#shared/limits.ts'
import type { Checkpoint } from './checkpoint.ts'
import { checkpointsToThin } from './thin-checkpoints.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const nowMs = 1_800_000_000_000

function checkpoint(kind: Checkpoint['kind'], ageMs: number, bytes = 1): Checkpoint {
  const id = `${kind} of ${ageMs / minuteMs} minutes ago`
  const by = { createdBy: null, createdByName: null }
  return { id, boardId: 'board-one', kind, title: null, createdAtMs: nowMs - ageMs, ...by, shapeCount: 0, bytes }
}
const every = (kind: Checkpoint['kind'], stepMs: number, upToMs: number) =>
  Array.from({ length: Math.floor(upToMs / stepMs) }, (_, i) => checkpoint(kind, i * stepMs))
const keptOf = (all: readonly Checkpoint[]) => {
  const thinned = new Set(checkpointsToThin(all, nowMs))
  return all.filter(({ id }) => !thinned.has(id))
}

describe('thinning checkpoints', () => {
  test('keeps every automatic one for two hours, one an hour for a day, one a day for a month, and none longer', () => {
    const kept = keptOf(every('automatic', 10 * minuteMs, 40 * dayMs))
    const agesMs = kept.map(({ createdAtMs }) => nowMs - createdAtMs)
    const between = (fromMs: number, toMs: number) => agesMs.filter((ms) => ms > fromMs && ms <= toMs).length
    expect(between(-1, 2 * hourMs)).toBe(13)
    expect(between(2 * hourMs, dayMs)).toBeGreaterThanOrEqual(22)
    expect(between(2 * hourMs, dayMs)).toBeLessThanOrEqual(23)
    expect(between(dayMs, 30 * dayMs)).toBeGreaterThanOrEqual(29)
    expect(between(dayMs, 30 * dayMs)).toBeLessThanOrEqual(30)
    expect(between(30 * dayMs, 41 * dayMs)).toBe(0)
  })

  test('done every ten minutes keeps no fewer than done at once', () => {
    let kept: Checkpoint[] = []
    for (let atMs = nowMs - 3 * dayMs; atMs <= nowMs; atMs += 10 * minuteMs) {
      kept = [{ ...checkpoint('automatic', 0), id: String(atMs), createdAtMs: atMs }, ...kept]
      const thinned = new Set(checkpointsToThin(kept, atMs))
      kept = kept.filter(({ id }) => !thinned.has(id))
    }
    const olderThanADay = kept.filter(({ createdAtMs }) => createdAtMs < nowMs - dayMs)
    expect(olderThanADay.length).toBeGreaterThanOrEqual(2)
    expect(kept.length).toBeGreaterThanOrEqual(13 + 22 + 2)
  })

  test('never drops one that somebody saved, however old, many or large they are', () => {
    const saved = every('manual', 10 * dayMs, 1_000 * dayMs).map((one) => ({ ...one, bytes: maxCheckpointsBytes }))
    expect(keptOf(saved)).toEqual(saved)
  })

  test('keeps the last twenty that restores left behind', () => {
    const left = every('before_restore', dayMs, 30 * dayMs)
    expect(keptOf(left)).toEqual(left.slice(0, 20))
  })

  test('drops the oldest first when they are too large together, but not the one that takes the last restore back', () => {
    const half = maxCheckpointsBytes / 2
    const all = [
      checkpoint('automatic', minuteMs, half),
      checkpoint('automatic', 2 * minuteMs, half),
      checkpoint('before_restore', 3 * minuteMs, half),
      checkpoint('manual', 4 * minuteMs, 1),
      checkpoint('before_restore', 5 * minuteMs, half),
    ]
    expect(keptOf(all).map(({ kind }) => kind)).toEqual(['before_restore', 'manual'])
  })
})
