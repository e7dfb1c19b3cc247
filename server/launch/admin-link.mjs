/** `npm run admin-link`: prints another one-time administrator's link; the server may run meanwhile. */
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'

requireNode()
prepare()
await import(new URL('../../dist/server/admin-link.js', import.meta.url).href)
