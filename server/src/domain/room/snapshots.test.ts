import { expect, test, vi } from 'vitest'
import { runDragCampaign } from '../../testing/drag-campaign.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { createSnapshots } from './snapshots.ts'

const megabyte = 1024 * 1024

/** The log of a board that people never stop to write to, on a machine that takes so long for a snapshot. */
function busyLog(tookMs: number, contentBytes: number) {
  const clock = manualClock()
  clock.hold()
  const compact = vi.fn(async () => ({ tookMs, contentBytes, setAside: 0 }))
  const snapshots = createSnapshots({
    boardId: 'board',
    log: { compact },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock,
    queue: { isWritable: true },
    loaded: { rows: 5_000, rowBytes: 0 },
  })
  return { snapshots, compact }
}

test('[SY19] the slower snapshots are the fewer, until as much has come as may be kept', async () => {
  const { snapshots, compact } = busyLog(60_000, 0)
  expect(snapshots.isDue(false)).toBe(true)
  await snapshots.save(false)
  snapshots.committed(10_000, megabyte - 1)
  expect(snapshots.isDue(false)).toBe(false)
  snapshots.committed(1, 1)
  expect(snapshots.isDue(false)).toBe(true)
  await snapshots.save(false)
  // The second time the rows can go: they are too much to be kept for doing without the snapshot.
  expect(compact.mock.calls).toEqual([
    ['board', false],
    ['board', true],
  ])
})

test('[SY19] of a large board more may be kept', async () => {
  const { snapshots } = busyLog(60_000, 8 * megabyte)
  await snapshots.save(false)
  snapshots.committed(10_000, 4 * megabyte - 1)
  expect(snapshots.isDue(false)).toBe(false)
  snapshots.committed(1, 1)
  expect(snapshots.isDue(false)).toBe(true)
})

test('[SY19] a board that is never quiet is made small all the same', async () => {
  const { contentBytes, storedBytes, snapshotsWhileBusy, logged } = await runDragCampaign({
    records: 500,
    steps: 6_000,
    together: 1,
  })
  expect(snapshotsWhileBusy).toBeGreaterThan(0)
  // Left alone, it is two snapshots and a row: what was dragged is gone, however much that was.
  expect(storedBytes).toBeLessThan(contentBytes)
  expect(logged).toEqual([])
}, 60_000)
