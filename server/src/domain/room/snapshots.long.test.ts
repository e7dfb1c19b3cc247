import { expect, test } from 'vitest'
import { runDragCampaign } from '../../testing/drag-campaign.ts'
import { report } from '../../testing/report.ts'

const steps = Number(process.env.STEPS ?? 1_000_000)

test.each([1, 10])(
  '[SY19] a million steps on a board of 5,000 records, %i notes at a time, leave it within twice its content',
  async (together) => {
    const result = await runDragCampaign({ records: 5_000, steps: steps / together, together })
    report(`drags of ${together}`, result)
    expect(result.largestStoredBytes).toBeLessThan(result.contentBytes * 2 + 2 * 1024 * 1024)
    expect(result.storedBytes).toBeLessThan(result.contentBytes * 2)
    expect(result.logged).toEqual([])
  },
)
