// @vitest-environment node
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'

/**
 * All JavaScript that must have arrived before a page can be used, compressed as it is sent, in English. Read from the
 * build: run `npm run build` first, as `npm test` does.
 */
const pages = {
  join: { limitBytes: 120_000, modules: [], words: [] },
  dashboard: { limitBytes: 170_000, modules: ['src/features/portfolio/HomePage.tsx'], words: ['pilot'] },
  pilot: {
    limitBytes: 170_000,
    modules: ['src/app/AccountLayout.tsx', 'src/features/pilot/PilotPage.tsx'],
    words: ['pilot'],
  },
  board: {
    limitBytes: 700_000,
    modules: ['src/features/board/BoardPage.tsx', 'src/canvas/BoardCanvas.tsx'],
    words: ['board', 'canvas'],
  },
}
/** The join page is part of it. */
const everyPage = ['_start', 'src/i18n/locales/en/first.ts']

const clientDir = fileURLToPath(new URL('../../../dist/client', import.meta.url))
const manifest = z
  .record(z.string(), z.object({ file: z.string(), imports: z.optional(z.array(z.string())) }))
  .parse(JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')))

describe.each(Object.entries(pages))('the %s page', (_name, { limitBytes, modules, words }) => {
  const locales = words.map((namespace) => `src/i18n/locales/en/${namespace}.json`)
  const files = filesOf([...everyPage, ...modules, ...locales])

  test(`needs at most ${limitBytes / 1_000} kB`, () => {
    expect(files.map(sentBytes).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(limitBytes)
  })
})

test.each(['join', 'dashboard', 'pilot'] as const)('the %s page is there without the canvas', (name) => {
  expect(filesOf([...everyPage, ...pages[name].modules])).not.toContain(manifest['src/canvas/BoardCanvas.tsx']?.file)
})

/** The chunks of some modules and of everything they import at once. */
function filesOf(modules: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    // A chunk without a module of its own has its hash in its name.
    const key = name.startsWith('_')
      ? (Object.keys(manifest).find((each) => each.startsWith(`${name}-`) && each.endsWith('.js')) ?? name)
      : name
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (seen.has(key)) return
    seen.add(key)
    chunk.imports?.forEach(visit)
  }
  modules.forEach(visit)
  return [...new Set([...seen].map((key) => manifest[key]?.file ?? ''))].filter((file) => file.endsWith('.js'))
}

function sentBytes(file: string): number {
  const compressed = join(clientDir, `${file}.br`)
  return statSync(existsSync(compressed) ? compressed : join(clientDir, file)).size
}
