import { afterEach, expect, test, vi } from 'vitest'
import { fetchParts, type PartsProgress } from './fetch-parts.ts'
import type { Part } from './listed-parts.ts'

const parts: readonly Part[] = [
  ['/a.js', 100, 400],
  ['/b.js', 300, 900],
  ['/c.css', 50, 60],
]

function answer(bytes: number, pieces: number): Response {
  const stream = new ReadableStream({
    start(controller) {
      for (let i = 0; i < pieces; i += 1) controller.enqueue(new Uint8Array(bytes / pieces))
      controller.close()
    },
  })
  return new Response(stream)
}

function surroundings(answers: (url: string) => Response) {
  const asked: string[] = []
  const waits: number[] = []
  return {
    asked,
    waits,
    fetch: async (url: string | URL | Request) => {
      asked.push(String(url))
      return answers(String(url))
    },
    wait: async (ms: number) => {
      waits.push(ms)
    },
  }
}

afterEach(() => void vi.useRealTimers())

const whole = (url: string) => answer(parts.find(([name]) => name === url)?.[2] ?? 0, 4)

test('what has come grows, in bytes as they are sent, from nothing to all of it', async () => {
  const told: PartsProgress[] = []
  const { asked, ...around } = surroundings(whole)
  await Promise.all(fetchParts(parts, (progress) => told.push(progress), around))
  const received = told.map(({ receivedBytes }) => receivedBytes)
  expect(received).toEqual(received.toSorted((a, b) => a - b))
  expect([received.at(0), received.at(-1)]).toEqual([0, 450])
  expect(received).toContain(25)
  expect(told.every(({ totalBytes }) => totalBytes === 450)).toBe(true)
  expect(asked).toEqual(['/a.js', '/b.js', '/c.css'])
})

test('a file that fails is asked for again, later each time, and its bytes are not counted twice', async () => {
  let failures = 0
  const told: PartsProgress[] = []
  const around = surroundings((url) => {
    if (url !== '/b.js' || failures === 3) return whole(url)
    failures += 1
    throw new TypeError('the line dropped')
  })
  await Promise.all(fetchParts(parts, (progress) => told.push(progress), around))
  expect(around.waits).toEqual([1_000, 2_000, 4_000])
  expect(told.at(-1)).toEqual({ receivedBytes: 450, totalBytes: 450, isBroken: false })
})

test('a line that is away for long is waited for, and said to be', async () => {
  let failures = 0
  const told: PartsProgress[] = []
  const around = surroundings((url) => {
    if (url !== '/b.js' || failures === 50) return whole(url)
    failures += 1
    throw new TypeError('the line dropped')
  })
  await Promise.all(fetchParts(parts, (progress) => told.push(progress), around))
  expect(Math.max(...around.waits)).toBe(8_000)
  expect(told.filter(({ isBroken }) => isBroken)).toHaveLength(50)
  expect(told.at(-1)).toEqual({ receivedBytes: 450, totalBytes: 450, isBroken: false })
})

test('a line that dies without a word in the middle of a file is left, and the file asked for again', async () => {
  vi.useFakeTimers()
  let isDead = true
  const given: AbortSignal[] = []
  const { fetch, ...around } = surroundings((url) => {
    if (url !== '/b.js' || !isDead) return whole(url)
    return new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(300)) }))
  })
  const fetched = fetchParts(parts, () => undefined, {
    ...around,
    fetch: (url, options) => {
      if (options?.signal && url === '/b.js') given.push(options.signal)
      return fetch(url as string)
    },
  })
  let isDone = false
  void Promise.all(fetched).then(() => {
    isDone = true
  })
  await vi.advanceTimersByTimeAsync(29_000)
  expect(around.asked).toEqual(['/a.js', '/b.js'])
  isDead = false
  await vi.advanceTimersByTimeAsync(2_000)
  expect(around.asked).toEqual(['/a.js', '/b.js', '/b.js', '/c.css'])
  expect(given.map(({ aborted }) => aborted)).toEqual([true, false])
  expect(isDone).toBe(true)
})

test('a file that is not there is an error in the end', async () => {
  const around = surroundings(() => new Response(null, { status: 404 }))
  await expect(Promise.all(fetchParts(parts, () => undefined, around))).rejects.toThrow('404')
})
