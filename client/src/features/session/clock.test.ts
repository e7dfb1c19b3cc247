import { describe, expect, test } from 'vitest'
import { momentBetween, partBegunBetween } from './clock-moments.ts'
import { formatLeft } from './format-left.ts'

describe('the digits of a clock', () => {
  test.each([
    [600_000, '10:00'],
    [599_001, '10:00'],
    [61_000, '1:01'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1_000, '−0:01'],
    [-75_500, '−1:15'],
    [3_600_000, '1:00:00'],
    [5_405_000, '1:30:05'],
  ])('%i ms left are %s', (leftMs, text) => {
    expect(formatLeft(leftMs)).toBe(text)
  })
})

describe('what a clock says aloud', () => {
  const clock = { state: 'ticking', deadlineMs: 600_000, totalMs: 600_000 } as const

  test('is the half, the last minute and the end, each once', () => {
    const said = []
    for (let now = 250; now < 700_000; now += 250) {
      const moment = momentBetween(clock, now - 250, now)
      if (moment) said.push([moment, now])
    }
    expect(said).toEqual([
      ['half', 300_000],
      ['minute', 540_000],
      ['zero', 600_000],
    ])
  })

  test('of two minutes is not the same moment twice', () => {
    const short = { state: 'ticking', deadlineMs: 120_000, totalMs: 120_000 } as const
    expect(momentBetween(short, 59_900, 60_100)).toBe('minute')
  })

  test('of one minute has no last minute', () => {
    const short = { state: 'ticking', deadlineMs: 60_000, totalMs: 60_000 } as const
    expect(momentBetween(short, -100, 100)).toBeUndefined()
    expect(momentBetween(short, 59_900, 60_100)).toBe('zero')
  })

  test('is nothing while it is paused, nor after a sleep', () => {
    expect(momentBetween({ state: 'paused', leftMs: 10, totalMs: 600_000 }, 599_000, 601_000)).toBeUndefined()
    expect(momentBetween(clock, 100_000, 601_000)).toBeUndefined()
  })
})

describe('the parts of a clock', () => {
  const clock = { state: 'ticking', deadlineMs: 480_000, totalMs: 480_000 } as const

  test('are each rung in once, the first with the step itself', () => {
    const begun = []
    for (let now = 250; now < 600_000; now += 250) {
      const part = partBegunBetween(clock, 8, now - 250, now)
      if (part !== undefined) begun.push([part, now])
    }
    expect(begun).toEqual([2, 3, 4, 5, 6, 7, 8].map((part) => [part, (part - 1) * 60_000]))
  })

  test('say nothing while it is paused, after a sleep, and where there is one', () => {
    expect(partBegunBetween({ state: 'paused', leftMs: 1, totalMs: 480_000 }, 8, 0, 9_000)).toBeUndefined()
    expect(partBegunBetween(clock, 8, 10_000, 200_000)).toBeUndefined()
    expect(partBegunBetween(clock, 1, 59_900, 60_100)).toBeUndefined()
  })
})
