import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Joined } from '#shared/http/invites.ts'
import { installProbe } from './probe.ts'

export type Camera = { readonly x: number; readonly y: number; readonly z: number }
export type OpenPage = { readonly page: Page; close(): Promise<void> }

const viewport = { width: 1440, height: 900 }
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** A board of the started app, as a person sees it who has joined by its code. */
export async function openOurs(
  browser: Browser,
  origin: string,
  code: string,
  camera: Camera | undefined,
): Promise<OpenPage & { readonly joined: Joined }> {
  const context = await browser.newContext({ baseURL: origin, viewport, reducedMotion: 'no-preference' })
  await addProbe(context)
  const answer = await context.request.post('/api/join', { data: { code, name: 'Looker' } })
  const joined = (await answer.json()) as Joined
  if (camera) {
    await context.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
      `tablecloth:camera:${joined.boardId}`,
      JSON.stringify(camera),
    ] as const)
  }
  const page = await context.newPage()
  await page.goto(`/boards/${joined.boardId}`)
  return { page, joined, close: () => context.close() }
}

/** tldraw alone with the same notes, from files that were built for it. */
export async function openStock(
  browser: Browser,
  builtInto: string,
  records: readonly BoardRecord[],
  camera: Camera | undefined,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport, reducedMotion: 'no-preference' })
  await addProbe(context)
  await context.route('http://tldraw.invalid/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/records.json') {
      await route.fulfill({ json: records })
      return
    }
    const path = pathname === '/' ? '/index.html' : pathname
    await route.fulfill({
      body: await readFile(join(builtInto, path)),
      contentType: mimeTypes[extname(path)] ?? 'application/octet-stream',
    })
  })
  const page = await context.newPage()
  const hash = camera ? `#${camera.x},${camera.y},${camera.z}` : ''
  await page.goto(`http://tldraw.invalid/${hash}`)
  return { page, close: () => context.close() }
}

async function addProbe(context: BrowserContext): Promise<void> {
  // The transpiler that runs this file names functions by a helper of its own, which a page does not have.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await context.addInitScript(installProbe)
}
