import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** A host as it may stand in a policy; anything else in the header is left out of it. */
const hostPattern = /^[A-Za-z0-9.:[\]-]+$/

/**
 * The policy under which tldraw works with nothing loaded from elsewhere. Inline styles are needed: without them
 * tldraw's watermark loses its place, which its licence forbids. No `upgrade-insecure-requests`: it blanks the page on
 * a phone at http://<LAN address>.
 */
export function securityHeaders(): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
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
  return [headers, openerPolicyOnHttps]
}

/** Browsers ignore it on plain http, and complain. */
const openerPolicyOnHttps: RequestHandler = (req, res, next) => {
  if (req.secure) res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  next()
}

function socketSources(host: string | undefined): string {
  return host && hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'"
}
