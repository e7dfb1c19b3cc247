/** `npm run admin-link`: prints another one-time administrator's link; the server may run meanwhile. */
import { existsSync } from 'node:fs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'

requireNode()
const built = new URL('../../dist/server/admin-link.js', import.meta.url)
// What is built is what runs: building anew would change the pages under a running server.
if (!existsSync(built)) prepare()
await import(built.href)
