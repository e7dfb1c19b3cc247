import { expect, test } from 'vitest'
import { report } from '../../testing/report.ts'
import { runRevealKillCampaign } from '../../testing/reveal-kill-campaign.ts'

test('[WA5, WA10] 100 kills in the midst of reveals leave each note that was acknowledged there, once', async () => {
  const rounds = Number(process.env.KILL_ROUNDS ?? 100)
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
  const result = await runRevealKillCampaign(rounds, seed)
  report('kills while revealing', { ...result, lost: result.lost.length, doubled: result.doubled.length })
  expect(result).toMatchObject({ lost: [], doubled: [] })
})
