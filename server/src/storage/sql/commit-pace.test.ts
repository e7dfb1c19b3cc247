import { expect, test } from 'vitest'
import { createCommitPace } from './commit-pace.ts'

/** Commits for a second as often as it may, and at most every `everyMs`. @returns how often. */
function commitsIn(seconds: number, everyMs: number): number {
  const pace = createCommitPace()
  let commits = 0
  for (let ms = 0; ms < seconds * 1_000; ms += everyMs) if (pace.waitMs(ms) === 0) commits += 1
  return commits
}

test('a few dozen commits in a row, and a hundred a second, are held up by nothing', () => {
  expect(commitsIn(0.03, 1)).toBe(30)
  expect(commitsIn(20, 10)).toBe(2_000)
})

test('a flood is committed some hundred and twenty times a second, however long it lasts', () => {
  const commits = commitsIn(10, 1)
  expect(commits).toBeGreaterThan(1_150)
  expect(commits).toBeLessThan(1_400)
})

test('who has to wait is told how long, and goes then', () => {
  const pace = createCommitPace()
  let waitMs = 0
  while (waitMs === 0) waitMs = pace.waitMs(0)
  expect(waitMs).toBeLessThan(10)
  expect(pace.waitMs(waitMs)).toBe(0)
})
