import { appCachePrefix, boardCacheName, type KeepMessage, personCacheName } from '../src/offline/cache-names.ts'

/**
 * Opens boards that were visited before without a line. With one, pages come from the server, so that nobody is shown an
 * old version of the app; their files have hashes for names, so no two versions ever mix. Addresses with secrets in them
 * (invitations, links to accounts) never pass through here.
 */
declare const self: ServiceWorkerGlobalScope
/** Set by the build: its name, and the code that a board's page may still ask for. */
declare const __BUILD__: string
declare const __BOARD_CODE__: readonly string[]

const appCacheName = appCachePrefix + __BUILD__
const shell = '/'
/** So long a line may take before what is here is shown instead. */
const patienceMs = 3_000
/** The build before stays: a page of it may be open, and the server has its files no more. */
const buildsKept = 2

self.addEventListener('install', () => {
  // Nothing is to be prepared, and pages are told apart by the hashes in them: it need not wait for them to close.
  void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(appCachePrefix) && name !== appCacheName)
    await Promise.all(names.slice(0, -(buildsKept - 1)).map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(tidy())
})

self.addEventListener('message', (event) => {
  const message = event.data as KeepMessage | undefined
  if (message?.type === 'keep') event.waitUntil(keep(message))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const answer = chooseAnswer(request, url)
  if (answer) event.respondWith(answer)
})

/** @returns nothing for what is none of its business. */
function chooseAnswer(request: Request, { pathname }: URL): Promise<Response> | undefined {
  if (request.mode === 'navigate') return /^\/boards\/[^/]+$/.test(pathname) ? openShell(request) : undefined
  if (isAppFile(pathname)) return fromCacheFirst(request, appCacheName)
  if (pathname === '/api/settings') return fromServerFirst(request, appCacheName, patienceMs)
  // However long it takes: who was signed in before must not be taken for who is now.
  if (pathname === '/api/me') return fromServerFirst(request, personCacheName, undefined)
  const [, boardId, rest] = /^\/api\/boards\/([A-Za-z0-9_-]+)(\/files\/[^/]+)?$/.exec(pathname) ?? []
  if (boardId === undefined) return undefined
  // A file's name is the hash of what is in it.
  if (rest !== undefined) return fromCacheFirst(request, boardCacheName(boardId))
  return fromServerFirst(request, boardCacheName(boardId), patienceMs)
}

function isAppFile(pathname: string): boolean {
  return pathname.startsWith('/assets/') || pathname === '/icon.svg'
}

async function openShell(request: Request): Promise<Response> {
  const kept = await caches.match(shell)
  const fresh = fetch(request)
  if (!kept) return fresh
  return inTime(fresh, patienceMs).then(
    (response) => (isGatewayTrouble(response) ? kept : response),
    () => kept,
  )
}

async function fromCacheFirst(request: Request, cacheName: string): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  // Without a hash in its name it may have changed.
  if (kept && !hasPlainName(request)) return kept
  return fromServerFirst(request, cacheName, patienceMs)
}

function hasPlainName(request: Request): boolean {
  const { pathname } = new URL(request.url)
  return pathname === '/icon.svg'
}

async function fromServerFirst(request: Request, cacheName: string, waitMs: number | undefined): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  const fresh = fetch(request).then(async (response) => {
    if (response.status === 200) await put(cacheName, request, response.clone())
    return response
  })
  if (!kept) return fresh
  return (waitMs === undefined ? fresh : inTime(fresh, waitMs)).then(
    (response) => (isGatewayTrouble(response) ? kept : response),
    () => kept,
  )
}

/** A proxy that finds no server behind it answers for it; to a person that is no line. */
function isGatewayTrouble({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504
}

async function put(cacheName: string, request: RequestInfo, response: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName)
    await cache.put(request, response)
  } catch {
    // The disk is full: it works with a line, and the page says what the device does not keep.
  }
}

function inTime<T>(promise: Promise<T>, waitMs: number): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new DOMException('It took too long', 'TimeoutError')), waitMs)
  })
  return Promise.race([promise, late])
}

async function keep({ boardId, files, isSparing }: KeepMessage): Promise<void> {
  // A page of another build than this worker's has other files; its own worker will know them.
  const isOwnBuild = files.some((file) => __BOARD_CODE__.includes(file))
  const wanted = new Set([...files, ...(isOwnBuild && !isSparing ? __BOARD_CODE__ : []), '/icon.svg'])
  try {
    const cache = await caches.open(appCacheName)
    for (const file of wanted) if (!(await caches.match(file, { ignoreVary: true }))) await cache.add(file)
    await keepShell(cache, files)
    await Promise.all(
      [
        ['/api/settings', appCacheName],
        ['/api/me', personCacheName],
        [`/api/boards/${boardId}`, boardCacheName(boardId)],
      ].map(async ([path = '', cacheName = '']) => {
        if (!(await caches.match(path, { ignoreVary: true })))
          await fromServerFirst(new Request(path), cacheName, patienceMs)
      }),
    )
  } catch {
    // The line broke or the disk is full: the next visit begins where this one ended.
  }
}

/** Only once all of its files are here, or it would open nothing. */
async function keepShell(cache: Cache, files: readonly string[]): Promise<void> {
  const response = await fetch(shell, { cache: 'no-cache' })
  const html = await response.clone().text()
  const entry = /<script[^>]+type="module"[^>]+src="([^"]+)"/.exec(html)?.[1]
  if (!response.ok || entry === undefined || !files.includes(entry)) return
  for (const name of await caches.keys()) {
    if (name.startsWith(appCachePrefix) && name !== appCacheName) await (await caches.open(name)).delete(shell)
  }
  await cache.put(shell, response)
}
