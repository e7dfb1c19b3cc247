import { expect, test } from 'vitest'
import { converge } from '../../testing/convergence-campaign.ts'
import { report } from '../../testing/report.ts'

test('[SY14] a hundred seeds of five people over lines that are late and break end with equal boards', async () => {
  const first = Number(process.env.FIRST_SEED ?? 1)
  const count = Number(process.env.SEEDS ?? 100)
  const failed: number[] = []
  for (let seed = first; seed < first + count; seed += 1) {
    const unsound = await converge(seed, 300).then(
      (result) => result.unsound,
      (cause: unknown) => [String(cause)],
    )
    if (unsound.length > 0) failed.push(seed)
  }
  report('convergence', { first, count, failed })
  expect(failed).toEqual([])
})
