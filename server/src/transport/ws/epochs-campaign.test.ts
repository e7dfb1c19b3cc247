import { expect, test } from 'vitest'
import { runEpochsCampaign } from '../../testing/epochs-campaign.ts'

/** The first ones, and seeds that have failed: two restores and somebody who opened the board waited for one another (1). */
const seeds = [1, 2]

test.each(seeds)(
  '[EP1, SY10] people who come, write and leave while their board is restored again and again get it or are sent away, and lose nothing (seed %i)',
  async (seed) => {
    const { restored, acknowledged, faults } = await runEpochsCampaign(seed, { steps: 150 })
    expect(faults).toEqual([])
    expect([restored > 2, acknowledged > 2]).toEqual([true, true])
  },
)

/** A restore that failed left two rooms of one board in memory, and what the first one had still to store was lost (6, 41). */
const seedsOfPoorDisk = [6, 41]

test.each(seedsOfPoorDisk)('[EP1, SY4, SY10] the same while the store fails now and then (seed %i)', async (seed) => {
  const { faults } = await runEpochsCampaign(seed, { steps: 150, failsOneIn: 15 })
  expect(faults).toEqual([])
})
