import { describe, expect, test } from 'vitest'
import { createWrongCodeLimit } from './wrong-code-limit.ts'

function limit() {
  const clock = { atMs: 1_000_000, nowMs: () => clock.atMs }
  const { guard } = createWrongCodeLimit({ clock })
  return {
    clock,
    wrong: (device: string, address = 'a') => guard({ devices: [device], address }, async () => undefined),
    right: (device: string, address = 'a') => guard({ devices: [device], address }, async () => 'found'),
  }
}

async function repeat(times: number, act: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i += 1) await act(i)
}
const refusal = { code: 'too_many_wrong_codes' }

describe('the limit on wrong typed codes', () => {
  test('refuses the eleventh of a device within a minute, right or wrong', async () => {
    const { wrong, right } = limit()
    await repeat(10, () => wrong('d'))
    await expect(wrong('d')).rejects.toMatchObject(refusal)
    await expect(right('d')).rejects.toMatchObject(refusal)
  })

  test('leaves other devices of the same address alone', async () => {
    const { wrong, right } = limit()
    await repeat(10, () => wrong('d'))
    expect(await right('e')).toBe('found')
  })

  test('refuses an address after a hundred, whatever the device', async () => {
    const { wrong } = limit()
    await repeat(100, (i) => wrong(`d${i}`))
    await expect(wrong('fresh')).rejects.toMatchObject(refusal)
    expect(await wrong('fresh', 'another address')).toBeUndefined()
  })

  test('does not count right codes', async () => {
    const { right } = limit()
    await repeat(200, () => right('d'))
    expect(await right('d')).toBe('found')
  })

  test('lets a device in again when its oldest attempt is a minute old, and says when that is', async () => {
    const { clock, wrong } = limit()
    await repeat(10, () => wrong('d'))
    clock.atMs += 20_000
    await expect(wrong('d')).rejects.toMatchObject({ details: { retryAfterSeconds: 40 } })
    clock.atMs += 40_000
    expect(await wrong('d')).toBeUndefined()
  })

  test('counts attempts that run at the same time', async () => {
    const { wrong } = limit()
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => wrong('d')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  })
})
