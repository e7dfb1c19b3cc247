import { afterEach, describe, expect, test, vi } from 'vitest'
import { request } from './request.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function answering(answer: () => Promise<Response>): void {
  vi.stubGlobal('fetch', answer)
}

describe('an answer that is a problem', () => {
  test('becomes an error with its code and its fields', async () => {
    const problem = {
      code: 'invalid_input',
      status: 400,
      title: '',
      type: '',
      errors: [{ path: 'email', message: 'no' }],
    }
    answering(async () => Response.json(problem, { status: 400 }))
    await expect(request('POST', '/api/accounts')).rejects.toMatchObject({
      code: 'invalid_input',
      status: 400,
      fields: { email: 'no' },
    })
  })

  test('with a code this version does not know is still an error with words', async () => {
    answering(async () => Response.json({ code: 'from_the_future' }, { status: 418 }))
    await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'internal', status: 418 })
  })

  test('from a proxy whose server is away means: in a moment', async () => {
    answering(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'not_ready' })
  })
})

test('no answer at all is told as a matter of the network', async () => {
  answering(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'network' })
})

test('a line that died without a word is not waited for, whoever asked', async () => {
  vi.useFakeTimers()
  const signals: (AbortSignal | null | undefined)[] = []
  vi.stubGlobal('fetch', (_path: string, options: RequestInit) => {
    signals.push(options.signal)
    return new Promise(() => undefined)
  })
  globalThis.tableclothAsked = new Map([['/api/invites/ABCDEF', new Promise<Response>(() => undefined)]])
  const codes: unknown[] = []
  const note = (error: { code?: unknown }) => void codes.push(error.code)
  request('POST', '/api/join', { body: { name: 'Mele' } }).catch(note)
  request('GET', '/api/invites/ABCDEF').catch(note)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(codes).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(codes).toEqual(['network', 'network'])
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
})

test('what is large may take its time, and can be called off', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  const calling = new AbortController()
  const ended = vi.fn()
  request('POST', '/api/boards/a/ideas', { body: 'x'.repeat(20_000), signal: calling.signal }).catch(ended)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(ended).not.toHaveBeenCalled()
  calling.abort()
  await vi.advanceTimersByTimeAsync(0)
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ name: 'AbortError' }))
})

test('a page that is no answer of ours is told as such', async () => {
  answering(async () => new Response('<h1>Hotel Wi-Fi</h1>'))
  await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'unreadable' })
})

test('an answer without content is nothing, and no error', async () => {
  answering(async () => new Response(null, { status: 204 }))
  await expect(request('POST', '/api/sign-out')).resolves.toBeUndefined()
})
