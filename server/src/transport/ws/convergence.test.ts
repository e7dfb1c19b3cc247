import { expect, test } from 'vitest'
import { converge } from '../../testing/convergence-campaign.ts'

/** The first ones, and every seed that has failed in the long campaign. */
const seeds = [1, 2, 3]

test.each(seeds)(
  '[SY14] five people who edit at random over lines that are late and break end with equal boards (seed %i)',
  async (seed) => {
    expect((await converge(seed, 150)).unsound).toEqual([])
  },
)
