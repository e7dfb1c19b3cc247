import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadPatiently, missingParts } from './load-patiently.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what cannot be fetched is asked for until it comes, and is known to be missing meanwhile', async () => {
  let isLineBroken = true
  const load = vi.fn(async () => {
    if (isLineBroken) throw new TypeError('Failed to fetch dynamically imported module')
    return 'a dialog'
  })
  const loading = loadPatiently(load)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(missingParts.get()).toBe(1)
  const asked = load.mock.calls.length
  expect(asked).toBeGreaterThan(5)
  expect(asked).toBeLessThan(15)

  isLineBroken = false
  window.dispatchEvent(new Event('online'))
  expect(await loading).toBe('a dialog')
  expect(missingParts.get()).toBe(0)
})

test('a stylesheet that did not come is brought before what needs it is shown', async () => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  document.head.append(link)
  const load = vi.fn(async () => 'a dialog').mockRejectedValueOnce(new Error('Unable to preload CSS'))
  const loading = loadPatiently(load)
  link.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(load).toHaveBeenCalledTimes(1)

  const again = document.querySelector('link[rel="stylesheet"]')
  expect(again).not.toBe(link)
  again?.dispatchEvent(new Event('load'))
  expect(await loading).toBe('a dialog')
  again?.remove()
})
