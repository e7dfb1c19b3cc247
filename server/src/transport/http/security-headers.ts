import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** A host as it may stand in a policy; anything else in the header is left out of it. */
const hostPattern = /^[A-Za-z0-9.:[\]-]+$/

/**
 * The policy under which tldraw works with nothing loaded from elsewhere. Inline styles are needed: without them
 * tldraw's watermark loses its place, which its licence forbids. No `upgrade-insecure-requests`: it blanks the page on
 * a phone at http://<LAN address>.
 */
/** @param inlineScripts - the page's own, as the build has written them into it; no other runs. */
export function securityHeaders(inlineScripts: readonly string[]): RequestHandler[] {
  const hashes = inlineScripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...hashes],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The service worker, which is a file of ours like any other script.
        workerSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        // Named as ws, too: Safari before 15.4 does not take 'self' for a socket.
        connectSrc: ["'self'", 'data:', 'blob:', (req) => socketSources(req.headers.host)],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // An invitation's address is a secret: other sites never see it, our own pages may.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    // Whether a host is https for good is its operator's to say, at the proxy that ends TLS.
    strictTransportSecurity: false,
  })
  return [
    (req, res, next) => (isPart(req.path) ? onParts(req, res, next) : headers(req, res, next)),
    openerPolicyOnHttps,
  ]
}

/**
 * Scripts, styles and letters run under the policy of the page that asks for them. The rest of the headers would be more
 * than some of the files, which counts where a kilobyte takes an eighth of a second.
 */
const onParts: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  next()
}

/** A drawing can be opened as a page, and then brings its own scripts: it keeps the policy. */
function isPart(path: string): boolean {
  return path.startsWith('/assets/') && !path.endsWith('.svg')
}

/** Browsers ignore it on plain http, and complain. */
const openerPolicyOnHttps: RequestHandler = (req, res, next) => {
  if (req.secure) res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  next()
}

function socketSources(host: string | undefined): string {
  return host && hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'"
}
