import { expect, test } from 'vitest'
import { glideOn, isOver, positionAt, standAt } from './glide.ts'

test('arrives where the pointer is, in about the time until the next position comes', () => {
  const first = standAt({ x: 0, y: 0 }, 0)
  const glide = glideOn(first, { x: 100, y: 40 }, 50)
  expect(positionAt(glide, 50)).toEqual({ x: 0, y: 0 })
  expect(isOver(glide, 99)).toBe(false)
  expect(positionAt(glide, 100)).toEqual({ x: 100, y: 40 })
})

test('goes on from where it is when a position comes early, without a jump', () => {
  const first = glideOn(standAt({ x: 0, y: 0 }, 0), { x: 100, y: 0 }, 100)
  const here = positionAt(first, 140)
  const next = glideOn(first, { x: 100, y: 80 }, 140)
  expect(positionAt(next, 140).x).toBeCloseTo(here.x)
  expect(positionAt(next, 141).x - here.x).toBeCloseTo(positionAt(first, 141).x - here.x, 0)
})

test('never takes longer than a moment, however long the pointer stood still', () => {
  const glide = glideOn(standAt({ x: 0, y: 0 }, 0), { x: 10, y: 0 }, 60_000)
  expect(isOver(glide, 60_300)).toBe(true)
})
