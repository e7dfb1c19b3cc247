import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minify, type Plugin } from 'vite'
import { compressFile, isCompressible } from './compress-file.ts'
import { listParts } from './list-parts.ts'
import { clearBuild, forgetOldBuilds } from './old-builds.ts'

const bootTag = '<script src="/boot.js"></script>'

/**
 * What is done to the built files. Compresses them, so that the server compresses nothing while people wait. Puts
 * `boot.js` and the list of what comes next into the page itself: on a poor line each file more is a wait more. Keeps
 * the files of the builds before for the pages that are open.
 */
export function finishBuild(): Plugin {
  let outDir = ''
  let built: string[] = []
  return {
    name: 'tablecloth-finish-build',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    buildStart: () => clearBuild(outDir),
    writeBundle: (_options, bundle) => {
      built = Object.keys(bundle)
    },
    closeBundle: async () => {
      await forgetOldBuilds(outDir, built)
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
      const page = join(outDir, 'index.html')
      const paths = entries
        .filter((entry) => entry.isFile() && isCompressible(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
      // Those of a build before are compressed already.
      const isNew = (path: string) => path !== page && !existsSync(`${path}.br`)
      await Promise.all(paths.filter(isNew).map(compressFile))
      await writePage(outDir, page)
      await compressFile(page)
    },
  }
}

async function writePage(outDir: string, path: string): Promise<void> {
  const [html, boot, parts] = await Promise.all([
    readFile(path, 'utf8'),
    readFile(join(outDir, 'boot.js'), 'utf8'),
    listParts(outDir),
  ])
  if (!html.includes(bootTag)) throw new Error(`index.html has no ${bootTag}`)
  const { code } = await minify('boot.js', boot)
  // A function, because the text may hold what replace() would take for its own signs.
  const inlined = html.replace(
    bootTag,
    () => `<script type="application/json" id="parts">${JSON.stringify(parts)}</script>\n    <script>${code}</script>`,
  )
  await writeFile(path, inlined)
}
