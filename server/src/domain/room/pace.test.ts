import { describe, expect, test } from 'vitest'
import { cursorIntervalMs, presenceLeadMs, presenceTickMs, updateTickMs } from './pace.ts'

describe('a tick', () => {
  test('hardly keeps a small quiet room waiting, and a crowd not for more than its goal', () => {
    expect(presenceTickMs(10, 0)).toBeLessThanOrEqual(3)
    expect(presenceTickMs(200, 0.3)).toBeLessThanOrEqual(27)
    expect(presenceTickMs(500, 0.5)).toBeLessThanOrEqual(60)
    expect(updateTickMs(10, 0)).toBeLessThanOrEqual(1)
    expect(updateTickMs(1_000, 0)).toBeLessThanOrEqual(25)
  })

  test('waits for others after quiet only where there is much to do, and never for long', () => {
    expect(presenceLeadMs(0.2)).toBe(0)
    expect(presenceLeadMs(0.4)).toBeGreaterThan(0)
    expect(presenceLeadMs(1)).toBeLessThanOrEqual(10)
  })

  test.each([presenceTickMs, updateTickMs, cursorIntervalMs])('grows with the people and with the load', (pace) => {
    const byPeople = [2, 30, 100, 200, 500, 1_000].map((people) => pace(people, 0))
    expect(byPeople).toEqual([...byPeople].sort((a, b) => a - b))
    const byLoad = [0, 0.3, 0.6, 0.8, 1].map((load) => pace(300, load))
    expect(byLoad).toEqual([...byLoad].sort((a, b) => a - b))
    expect(byLoad.at(-1)).toBeGreaterThan(byLoad[0] ?? 0)
  })
})

test('[PR12] a person of a small room shows twenty pointers a second, one of a thousand two', () => {
  expect([2, 100, 200, 1_000].map((people) => cursorIntervalMs(people, 0))).toEqual([50, 50, 100, 500])
})
