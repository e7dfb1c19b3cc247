import { expect, test } from 'vitest'
import { runDragCampaign } from '../../testing/drag-campaign.ts'

test('[SY19] a board that is never quiet is made small all the same', async () => {
  const { contentBytes, storedBytes, snapshotsWhileBusy, logged } = await runDragCampaign({
    records: 500,
    steps: 6_000,
    together: 1,
  })
  expect(snapshotsWhileBusy).toBeGreaterThan(0)
  // The rows since the snapshot before the last are kept as well, on a small board as on a large one.
  expect(storedBytes).toBeLessThan(contentBytes * 2 + 2 * 1024 * 1024)
  expect(logged).toEqual([])
}, 60_000)
