import { expect, test } from 'vitest'
import { runRevealKillCampaign } from '../../testing/reveal-kill-campaign.ts'

const rounds = 3

test(
  `[WA5, WA10] a server that is killed while it reveals has each note once, on the board or in its layer, ${rounds} times`,
  async () => {
    const seed = Date.now() % 100_000
    const { lost, doubled, answered, revealed, acknowledged } = await runRevealKillCampaign(rounds, seed)
    expect({ seed, lost, doubled }).toEqual({ seed, lost: [], doubled: [] })
    expect(answered).toBeGreaterThan(rounds * 2)
    expect(revealed).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(0)
  },
  30_000 + rounds * 20_000,
)
