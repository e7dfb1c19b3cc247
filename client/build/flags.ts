import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const folder = join(dirname(createRequire(import.meta.url).resolve('country-flag-icons/package.json')), '3x2')
const names = readdirSync(folder).filter((name) => /^[A-Z]{2}\.svg$/.test(name))
const hash = createHash('sha256')
for (const name of names) hash.update(name).update(readFileSync(join(folder, name)))
const path = `assets/flags-${hash.digest('hex').slice(0, 8)}`

/**
 * Serves the flags of countries as files under one hashed folder, whose address is the constant `__FLAGS_URL__`. Imported
 * one by one they would put 260 addresses into the bundle; inlined, 100 kB of drawings.
 */
export function flags(): Plugin {
  return {
    name: 'tablecloth-flags',
    config: () => ({ define: { __FLAGS_URL__: JSON.stringify(`/${path}`) } }),
    configureServer(server) {
      server.middlewares.use(`/${path}`, (request, response, next) => {
        const name = names.find((candidate) => request.url === `/${candidate}`)
        if (!name) return next()
        response.setHeader('content-type', 'image/svg+xml')
        response.end(readFileSync(join(folder, name)))
      })
    },
    generateBundle() {
      for (const name of names) {
        this.emitFile({ type: 'asset', fileName: `${path}/${name}`, source: readFileSync(join(folder, name)) })
      }
    },
  }
}
