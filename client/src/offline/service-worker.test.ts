import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isKeptForLater } from './service-worker.ts'

const board = '/api/boards/board-one'
let kept: string[]
let worker: object | undefined

beforeEach(() => {
  kept = ['/', board]
  worker = { active: {} }
  vi.stubGlobal('isSecureContext', true)
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: async () => worker },
  })
  vi.stubGlobal('caches', { match: async (path: string) => (kept.includes(path) ? new Response() : undefined) })
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

test('a board opens again without a line once the page, the board and who opens them are here', async () => {
  expect(await isKeptForLater('board-one')).toBe(true)
})

test.each([
  ['the page', [board]],
  ['the board', ['/']],
])('it does not while %s is missing', async (_what, found) => {
  kept = found
  expect(await isKeptForLater('board-one')).toBe(false)
})

test('it does not where the browser takes no worker, or has no room for anything', async () => {
  worker = undefined
  expect(await isKeptForLater('board-one')).toBe(false)
  worker = { active: {} }
  vi.stubGlobal('caches', { match: () => Promise.reject(new DOMException('no', 'SecurityError')) })
  expect(await isKeptForLater('board-one')).toBe(false)
  vi.stubGlobal('isSecureContext', false)
  expect(await isKeptForLater('board-one')).toBe(false)
})
