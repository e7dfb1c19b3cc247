import { expect, test } from 'vitest'
import { sendBroken } from '../../testing/broken-updates.ts'
import { report } from '../../testing/report.ts'

/** Others than the first twelve, or fewer of them: `BROKEN_SEEDS=13-40 npm run test:long -- room-document`. */
const [first = 1, last = 12] = (process.env.BROKEN_SEEDS ?? '1-12').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)

test.each(seeds)('[SY18] of 2,000 broken updates board, readers and log come to the same (seed %i)', (seed) => {
  const result = sendBroken(seed, 2_000)
  report('broken updates', result)
  expect(result.differing).toEqual([])
})
