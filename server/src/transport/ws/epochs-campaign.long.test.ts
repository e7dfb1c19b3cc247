import { expect, test } from 'vitest'
import { runEpochsCampaign } from '../../testing/epochs-campaign.ts'
import { report } from '../../testing/report.ts'

test.each([0, 15, 5])(
  '[EP1, SY4, SY10] a hundred seeds of people who come, write and leave while their board is restored lose nothing (the store fails one time in %i)',
  async (failsOneIn) => {
    const first = Number(process.env.FIRST_SEED ?? 1)
    const count = Number(process.env.SEEDS ?? 100)
    const failed: string[] = []
    let restores = 0
    let notes = 0
    for (let seed = first; seed < first + count; seed += 1) {
      try {
        const { restored, acknowledged, faults } = await runEpochsCampaign(seed, { steps: 150, failsOneIn })
        restores += restored
        notes += acknowledged
        if (faults.length > 0) failed.push(`${seed}: ${faults.join('; ')}`)
      } catch (cause) {
        failed.push(`${seed}: ${String(cause)}`)
      }
    }
    report('epochs', { failsOneIn, first, count, restores, acknowledged: notes, failed })
    expect(failed).toEqual([])
  },
)
