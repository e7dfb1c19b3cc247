import { expect, test } from 'vitest'
import { fadeTrail, trailLastsMs } from './laser-trails.ts'

test('[PR17] a trail fades from its beginning, and is forgotten when all of it has', () => {
  const trail = { colour: 'red', points: [0, 100, 200].map((atMs) => ({ x: atMs, y: 0, atMs })) }
  expect(fadeTrail(trail, trailLastsMs - 1)).toBe(true)
  expect(trail.points).toHaveLength(3)
  expect(fadeTrail(trail, trailLastsMs + 100)).toBe(true)
  expect(trail.points.map(({ x }) => x)).toEqual([200])
  expect(fadeTrail(trail, trailLastsMs + 200)).toBe(false)
  expect(trail.points).toEqual([])
})
