import { expect, test } from 'vitest'
import { isSlow } from './slow-line.ts'

const start = {
  startTime: 1_200,
  requestStart: 1_210,
  responseStart: 2_100,
  responseEnd: 15_000,
  transferSize: 102_000,
}
const quickStart = { startTime: 100, requestStart: 105, responseStart: 150, responseEnd: 900, transferSize: 102_000 }

test('a line is slow that took seconds for the first hundred kilobytes', () => {
  expect(isSlow([start], undefined)).toBe(true)
  expect(isSlow([quickStart], undefined)).toBe(false)
})

test('what came from the cache says nothing of the line, then the browser is asked', () => {
  const cached = { ...quickStart, transferSize: 0 }
  expect(isSlow([cached], undefined)).toBe(false)
  expect(isSlow([cached], { effectiveType: '2g' })).toBe(true)
  expect(isSlow([cached], { effectiveType: '4g' })).toBe(false)
})

test('where all but a few answers came from the cache, a line is slow on which even the quickest took long', () => {
  const answer = (tookMs: number) => ({
    ...{ startTime: 10, requestStart: 12, responseStart: 12 + tookMs, responseEnd: 15 + tookMs, transferSize: 700 },
  })
  const cached = { ...quickStart, transferSize: 0 }
  expect(isSlow([cached, answer(900), answer(1_300)], { effectiveType: '4g' })).toBe(true)
  // A server that was busy, on a line that is not slow.
  expect(isSlow([cached, answer(900), answer(40)], { effectiveType: '4g' })).toBe(false)
})

test('what was measured counts more than what the browser guesses', () => {
  expect(isSlow([quickStart], { effectiveType: '2g' })).toBe(false)
  expect(isSlow([start], { effectiveType: '4g' })).toBe(true)
})

test('who has told the browser to save data is not sent what is only pleasant', () => {
  expect(isSlow([quickStart], { saveData: true })).toBe(true)
})
