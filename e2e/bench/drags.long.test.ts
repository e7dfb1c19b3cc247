import { expect, test } from 'vitest'
import { dragAbout } from './scenarios/drags.ts'

test('a million steps of dragging on a board of 5,000 notes leave its stored size within twice its content', async () => {
  const { steps, storedBytes, contentBytes } = await dragAbout(1_000_000)
  expect(steps).toBe(1_000_000)
  expect(storedBytes).toBeLessThanOrEqual(contentBytes * 2)
})
