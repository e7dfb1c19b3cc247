import { expect, test } from 'vitest'
import { runKillCampaign } from '../../testing/kill-campaign.ts'
import { report } from '../../testing/report.ts'

test('[SY13] nothing that was acknowledged or seen is lost in 200 kills', async () => {
  const rounds = Number(process.env.KILL_ROUNDS ?? 200)
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
  const result = await runKillCampaign(rounds, seed)
  report('kills', { ...result, lost: result.lost.length, changed: result.changed.length })
  expect(result).toMatchObject({ lost: [], changed: [] })
})
