import { expect, test } from 'vitest'
import { runKillCampaign } from '../../testing/kill-campaign.ts'

const rounds = 5

test(
  `[SY13] a server that is killed while people write has everything that was acknowledged or seen when it is back, ${rounds} times`,
  async () => {
    const seed = Date.now() % 100_000
    const { lost, changed, acknowledged, snapshots } = await runKillCampaign(rounds, seed)
    expect({ seed, lost, changed }).toEqual({ seed, lost: [], changed: [] })
    expect(acknowledged).toBeGreaterThan(rounds * 3)
    expect(snapshots).toBeGreaterThan(0)
  },
  30_000 + rounds * 20_000,
)
