import { afterEach, describe, expect, test, vi } from 'vitest'
import { request } from './request.ts'

afterEach(() => vi.unstubAllGlobals())

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

test('a page that is no answer of ours is told as such', async () => {
  answering(async () => new Response('<h1>Hotel Wi-Fi</h1>'))
  await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'unreadable' })
})

test('an answer without content is nothing, and no error', async () => {
  answering(async () => new Response(null, { status: 204 }))
  await expect(request('POST', '/api/sign-out')).resolves.toBeUndefined()
})
