import { expect, test } from 'vitest'
import { createWipe } from './wipe-log.ts'

function logToWipe() {
  const begun: ((isEmpty: boolean) => void)[] = []
  const timers: (() => void)[] = []
  const wipe = createWipe(
    { wipe: () => new Promise<boolean>((resolve) => void begun.push(resolve)) },
    {
      after(_delayMs, run) {
        timers.push(run)
        return () => undefined
      },
    },
  )
  return { wipe, begun, timers }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('[WA7] those who ask while the log is being emptied share the next time, and none is answered by one that began before', async () => {
  const { wipe, begun } = logToWipe()
  const first = wipe()
  await settle()
  let shared = 0
  const others = Array.from({ length: 100 }, async () => {
    await wipe()
    shared += 1
  })
  begun[0]?.(true)
  await first
  await settle()
  expect([begun.length, shared]).toEqual([2, 0])
  begun[1]?.(true)
  await Promise.all(others)
  expect([begun.length, shared]).toEqual([2, 100])
})

test('[WA7] what could not be emptied is tried again, once for all who asked', async () => {
  const { wipe, begun, timers } = logToWipe()
  for (const i of [0, 1]) {
    const asked = wipe()
    await settle()
    begun[i]?.(false)
    await asked
  }
  expect(timers).toHaveLength(1)
  timers[0]?.()
  await settle()
  expect(begun).toHaveLength(3)
})
