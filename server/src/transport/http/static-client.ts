import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { Router as createRouter, type RequestHandler, type Response, type Router } from 'express'
import { DomainError } from '#shared/errors.ts'
import { sendProblem } from './problem.ts'

/**
 * Serves the built pages. Every address of the app that is no file is answered with `index.html`; the app's own router
 * knows what it means.
 *
 * @param directory - Listed once: a build's files do not change while it is served.
 */
export function staticClient(directory: string): Router {
  const files = new Set(listFiles(directory))
  const router = createRouter()

  const serve: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const name = decode(req.path)
    if (name !== '' && files.has(name) && !isCompressed(name)) return send(name)
    // A missing script answered with a page would be a puzzle in the console, and cached for good.
    if (name.startsWith('assets/') || extname(name) !== '') return sendProblem(res, new DomainError('not_found'))
    if (!files.has('index.html')) return next()
    return send('index.html')

    function send(file: string): void {
      res.set('Cache-Control', file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      res.type(extname(file))
      res.sendFile(join(directory, chooseEncoding(res, file)), { cacheControl: false, dotfiles: 'allow' }, (error) => {
        // A browser that went away in the middle is no error of ours.
        if (error && !res.headersSent) next(error)
      })
    }
  }

  /**
   * The build has compressed what is worth it already, better than there is time for while somebody waits. Browsers take Brotli over
   * https only: where a café has plain http, gzip is what stands between a guest and a megabyte.
   */
  function chooseEncoding(res: Response, file: string): string {
    const encodings = Object.entries(endings).filter(([, ending]) => files.has(file + ending))
    if (encodings.length === 0) return file
    res.vary('Accept-Encoding')
    const chosen = encodings.find(([encoding]) => res.req.acceptsEncodings(encoding))
    if (!chosen) return file
    const [encoding, ending] = chosen
    res.set('Content-Encoding', encoding)
    return file + ending
  }

  router.use(serve)
  return router
}

/** The smaller one first. */
const endings = { br: '.br', gzip: '.gz' } as const

function isCompressed(name: string): boolean {
  return Object.values(endings).some((ending) => name.endsWith(ending))
}

/** The scripts that the build has put into the page. */
export function readInlineScripts(directory: string): readonly string[] {
  const path = join(directory, 'index.html')
  if (!existsSync(path)) return []
  return [...readFileSync(path, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)
}

function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch (error) {
    // In development the pages come from Vite.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replace(/^\/+/, '')
  } catch {
    // A broken percent-encoding names no file.
    return path.replace(/^\/+/, '')
  }
}
