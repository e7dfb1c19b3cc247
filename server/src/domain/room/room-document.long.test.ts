import { expect, test } from 'vitest'
import { sendBroken } from '../../testing/broken-updates.ts'
import { sendHonest } from '../../testing/honest-updates.ts'
import { report } from '../../testing/report.ts'

/** Others than the first twelve, or fewer of them: `BROKEN_SEEDS=13-40 npm run test:long -- room-document`. */
const [first = 1, last = 12] = (process.env.BROKEN_SEEDS ?? '1-12').split('-').map(Number)
/** Those that once found something. */
const found = [19]
const seeds = new Set([...Array.from({ length: last - first + 1 }, (_, i) => first + i), ...found])

test.each([...seeds])('[SY18] of 2,000 broken updates board, readers and log come to the same (seed %i)', (seed) => {
  const result = sendBroken(seed, 2_000)
  report('broken updates', result)
  expect(result.differing).toEqual([])
})

test('nothing is refused of what people write who hear of one another late, undo, and come back to a board that lost rows', () => {
  let taken = 0
  for (let seed = 1; seed <= 200; seed += 1) taken += sendHonest(seed, 400)
  report('honest updates', { taken })
  expect(taken).toBeGreaterThan(10_000)
})
