// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest'
import { openTimeoutMs, withTimeout } from './with-timeout.ts'

afterEach(() => void vi.useRealTimers())

test('what does not answer is given up on, and let go of when it comes all the same', async () => {
  vi.useFakeTimers()
  const late = vi.fn()
  let answer = (_: string) => {}
  const waited = withTimeout(new Promise<string>((resolve) => (answer = resolve)), openTimeoutMs, late)
  const outcome = expect(waited).rejects.toMatchObject({ name: 'TimeoutError' })
  await vi.advanceTimersByTimeAsync(openTimeoutMs)
  await outcome
  answer('too late')
  await vi.advanceTimersByTimeAsync(0)
  expect(late).toHaveBeenCalledExactlyOnceWith('too late')
})

test('what has answered while the device was busy is heard, however long that took', async () => {
  const answer = new Promise<string>((resolve) => setImmediate(() => resolve('here')))
  const waited = withTimeout(answer, 200, () => undefined)
  for (const begunMs = performance.now(); performance.now() < begunMs + 250; );
  expect(await waited).toBe('here')
})
