import { expect, test } from 'vitest'
import { report } from '../../testing/report.ts'
import { runRestoreKillCampaign } from '../../testing/restore-kill-campaign.ts'

test('[EP4] 100 kills in the midst of restores leave whole epochs, and lose nothing that was acknowledged', async () => {
  const rounds = Number(process.env.KILL_ROUNDS ?? 100)
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
  const result = await runRestoreKillCampaign(rounds, seed)
  report('kills while restoring', { ...result, lost: result.lost.length })
  expect(result).toMatchObject({ lost: [], torn: [] })
})
