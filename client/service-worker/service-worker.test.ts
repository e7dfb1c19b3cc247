// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { KeepMessage } from '../src/offline/cache-names.ts'

const origin = 'https://tablecloth.test'
const at = (path: string) => new URL(path, origin).href

/** What the server has: the files of its build, and none of another. */
type Build = { readonly name: string; readonly entry: string; readonly board: string; readonly lazy: string }

const buildNamed = (name: string): Build => ({
  name,
  entry: `/assets/start-${name}.js`,
  board: `/assets/board-${name}.js`,
  lazy: `/assets/panel-${name}.js`,
})
const first = buildNamed('one')
const second = buildNamed('two')
const third = buildNamed('three')

let stores: Map<string, Map<string, Response>>
let served: Build
let isOnline: boolean
/** Files that do not come through. */
let broken: ReadonlySet<string>

const shellOf = ({ entry }: Build) => `<script type="module" src="${entry}"></script>`

function answer(url: string): Response {
  const { pathname } = new URL(url)
  if (!isOnline || broken.has(pathname)) throw new TypeError('Failed to fetch')
  if (pathname === '/' || pathname.startsWith('/boards/')) return new Response(shellOf(served))
  if (pathname.startsWith('/api/') || pathname === '/icon.svg') return new Response(`${pathname} of ${served.name}`)
  const isServed = [served.entry, served.board, served.lazy].includes(pathname)
  return isServed ? new Response(`code of ${served.name}`) : new Response('none', { status: 404 })
}

const urlOf = (input: string | Request) => at(typeof input === 'string' ? input : input.url)
const fetchLike = async (input: string | Request) => answer(urlOf(input))

function openCache(name: string) {
  const entries = stores.get(name) ?? new Map<string, Response>()
  stores.set(name, entries)
  const put = async (input: string | Request, response: Response) => void entries.set(urlOf(input), response)
  return {
    put,
    async add(input: string) {
      const response = await fetchLike(input)
      if (!response.ok) throw new TypeError('Request failed')
      await put(input, response)
    },
    delete: async (input: string) => entries.delete(urlOf(input)),
  }
}

const caches = {
  open: async (name: string) => openCache(name),
  keys: async () => [...stores.keys()],
  delete: async (name: string) => stores.delete(name),
  async match(input: string | Request) {
    for (const entries of stores.values()) {
      const kept = entries.get(urlOf(input))
      if (kept) return kept.clone()
    }
    return undefined
  },
}

/** Runs the worker of a build, as a browser does with one that it has just fetched. */
async function start(build: Build) {
  const listeners = new Map<string, (event: unknown) => void>()
  vi.stubGlobal('self', {
    location: { origin },
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
  })
  vi.stubGlobal('__BUILD__', build.name)
  vi.stubGlobal('__BOARD_CODE__', [build.board, build.lazy])
  vi.resetModules()
  await import('./service-worker.ts')
  const waitFor = async (type: string, event: object = {}) => {
    const work: Promise<unknown>[] = []
    listeners.get(type)?.({ ...event, waitUntil: (promise: Promise<unknown>) => work.push(promise) })
    await Promise.all(work)
  }
  await waitFor('install')
  await waitFor('activate')
  const get = async (path: string, mode: 'navigate' | 'cors' = 'cors') => {
    const request = { method: 'GET', url: at(path), mode }
    let response: Promise<Response> | undefined
    listeners.get('fetch')?.({ request, respondWith: (promise: Promise<Response>) => (response = promise) })
    return (await (response ?? fetchLike(at(path)))).text()
  }
  const keep = (page: Build) => {
    const data: KeepMessage = { type: 'keep', boardId: 'board-one', files: [page.entry, page.board], isSparing: false }
    return waitFor('message', { data })
  }
  return { get, keep }
}

beforeEach(() => {
  stores = new Map()
  served = first
  isOnline = true
  broken = new Set()
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', fetchLike)
  vi.stubGlobal(
    'Request',
    class {
      readonly method = 'GET'
      readonly url: string
      constructor(path: string) {
        this.url = at(path)
      }
    },
  )
})

/** Somebody has been on the board with the first build; then the server gets the second, and the browser its worker. */
async function upgrade() {
  const old = await start(first)
  await old.keep(first)
  served = second
  return start(second)
}

describe('a board that was visited', () => {
  test('opens without a line, with what its page had not loaded yet', async () => {
    const worker = await start(first)
    await worker.keep(first)
    isOnline = false
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(first))
    expect(await worker.get(first.lazy)).toBe('code of one')
  })
})

describe('when the server has a new build', () => {
  test('a page of the one before goes on with its own files, which the server has no more', async () => {
    const worker = await upgrade()
    expect(await worker.get(first.board)).toBe('code of one')
    expect(await worker.get(first.lazy)).toBe('code of one')
  })

  test('the next visit gets the new one', async () => {
    const worker = await upgrade()
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(second))
    expect(await worker.get(second.board)).toBe('code of two')
  })

  test('and once all of it is here, it opens without a line', async () => {
    const worker = await upgrade()
    await worker.keep(second)
    isOnline = false
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(second))
    expect(await worker.get(second.lazy)).toBe('code of two')
  })

  test('that breaks off on its way, the one before still opens without a line', async () => {
    const worker = await upgrade()
    broken = new Set([second.lazy])
    await worker.keep(second)
    isOnline = false
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(first))
    for (const file of [first.entry, first.board, first.lazy]) expect(await worker.get(file)).toBe('code of one')
  })

  test('a page of the one before does not bring the new one forward, of which not all is here', async () => {
    const worker = await upgrade()
    await worker.keep(first)
    isOnline = false
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(first))
  })

  test('a page of the one before does not put its own back in front', async () => {
    const worker = await upgrade()
    await worker.keep(second)
    await worker.keep(first)
    isOnline = false
    expect(await worker.get('/boards/board-one', 'navigate')).toBe(shellOf(second))
  })

  test('two are kept, and no more', async () => {
    const worker = await upgrade()
    await worker.keep(second)
    served = third
    const newest = await start(third)
    await newest.keep(third)
    isOnline = false
    expect(await newest.get(second.lazy)).toBe('code of two')
    await expect(newest.get(first.lazy)).rejects.toThrow('Failed to fetch')
  })
})
