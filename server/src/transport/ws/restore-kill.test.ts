import { expect, test } from 'vitest'
import { runRestoreKillCampaign } from '../../testing/restore-kill-campaign.ts'

const rounds = 3

test(
  `[EP4] a server that is killed while it restores has the old epoch or the new one, whole, ${rounds} times`,
  async () => {
    const seed = Date.now() % 100_000
    const { lost, torn, stored, acknowledged } = await runRestoreKillCampaign(rounds, seed)
    expect({ seed, lost, torn }).toEqual({ seed, lost: [], torn: [] })
    expect(stored).toBeGreaterThan(rounds * 2)
    expect(acknowledged).toBeGreaterThan(0)
  },
  30_000 + rounds * 20_000,
)
