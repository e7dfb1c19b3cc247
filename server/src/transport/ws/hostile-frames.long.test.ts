import { expect, test } from 'vitest'
import { runHostileCampaign } from '../../testing/hostile-campaign.ts'
import { report } from '../../testing/report.ts'

test('[CL1] 100,000 random, truncated, bit-flipped and over-long frames leave memory and the others untouched', async () => {
  const result = await runHostileCampaign(Number(process.env.FRAMES ?? 100_000), Number(process.env.SEED ?? 1))
  report('hostile frames', result)
  expect(result.faults).toEqual([])
  expect(result.heapGrowthBytes).toBeLessThan(60 * 1024 * 1024)
})
