import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

type ManifestChunk = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const source = fileURLToPath(new URL('../service-worker/service-worker.ts', import.meta.url))
const boardPage = 'src/features/board/BoardPage.tsx'

/** Builds the service worker after the app, as one file beside `index.html` that knows the board page's code. */
export function serviceWorker(): Plugin {
  let outDir = ''
  return {
    name: 'tablecloth-service-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    async writeBundle() {
      const text = await readFile(join(outDir, '.vite/manifest.json'), 'utf8')
      const manifest = JSON.parse(text) as Readonly<Record<string, ManifestChunk>>
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __BUILD__: JSON.stringify(createHash('sha256').update(text).digest('hex').slice(0, 12)),
          __BOARD_CODE__: JSON.stringify(codeOf(manifest, boardPage)),
        },
        build: {
          ...{ outDir, emptyOutDir: false, copyPublicDir: false },
          rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      })
    },
  }
}

/** Scripts and styles of a page and of whatever it loads later, without words: a page keeps those of its language. */
function codeOf(manifest: Readonly<Record<string, ManifestChunk>>, page: string): string[] {
  const seen = new Set<string>()
  const visit = (key: string) => {
    // What every page starts with is here already, and leads to all the others.
    if (seen.has(key) || key.startsWith('_start-') || key.startsWith('src/i18n/locales/')) return
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    seen.add(key)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  visit(page)
  const files = [...seen].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])])
  return [...new Set(files)].filter((file) => /\.(?:js|css)$/.test(file)).map((file) => `/${file}`)
}
