import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Part, Parts } from '../src/features/board/listed-parts.ts'

type Manifest = Readonly<Record<string, { file: string; imports?: string[]; css?: string[]; name?: string }>>

const firstWords = /^src\/i18n\/locales\/(\w+)\/first\.ts$/

/** For `client/src/features/board/listed-parts.ts`, which finds it in the page. */
export async function listParts(outDir: string): Promise<Parts> {
  const manifest: Manifest = JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8'))
  const page = await readFile(join(outDir, 'index.html'), 'utf8')
  const has = new Set<string>()
  const more = (files: readonly string[]) => {
    const missing = [...new Set(files)].filter((file) => !has.has(file) && !page.includes(file))
    for (const file of missing) has.add(file)
    return measure(outDir, missing)
  }
  // tldraw wants its icons before it shows anything.
  const icons = Object.values(manifest).flatMap(({ file }) => (/\/0_merged-[^/]+\.svg$/.test(file) ? file : []))
  const languages = Object.keys(manifest).flatMap((key) => firstWords.exec(key)?.[1] ?? [])
  const words = await Promise.all(
    languages.map(async (language) => {
      const locale = `src/i18n/locales/${language}`
      const board = ['board', 'canvas'].map((name) => fileOf(manifest, `${locale}/${name}.json`))
      const first = `/${fileOf(manifest, `${locale}/first.ts`)}`
      return [language, { first, board: await measure(outDir, board), noLine: await noLineIn(locale) }] as const
    }),
  )
  return {
    board: await more(filesOf(manifest, 'src/features/board/BoardPage.tsx')),
    canvas: await more([...filesOf(manifest, 'src/canvas/BoardCanvas.tsx'), ...icons]),
    words: Object.fromEntries(words),
  }
}

async function noLineIn(locale: string): Promise<string> {
  const path = fileURLToPath(new URL(`../${locale}/common.json`, import.meta.url))
  return JSON.parse(await readFile(path, 'utf8')).noLine
}

function fileOf(manifest: Manifest, key: string): string {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}`)
  return chunk.file
}

/** A module's chunk and all that it imports at once; what is imported stands before who imports it. */
function filesOf(manifest: Manifest, key: string): string[] {
  const { file, imports = [], css = [] } = manifest[key] ?? { file: fileOf(manifest, key) }
  return [...imports.flatMap((imported) => filesOf(manifest, imported)), ...css, file]
}

function measure(outDir: string, files: readonly string[]): Promise<Part[]> {
  return Promise.all(
    files.map(async (file) => {
      const { size } = await stat(join(outDir, file))
      const sent = await stat(join(outDir, `${file}.br`)).catch(() => ({ size }))
      return [`/${file}`, sent.size, size] as const
    }),
  )
}
