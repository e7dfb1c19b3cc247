import { expect, test } from 'vitest'
import { runDragCampaign } from '../../testing/drag-campaign.ts'

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
