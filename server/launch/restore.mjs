/** `npm run restore -- <file>`: brings a backup back as the data directory. */
import { existsSync } from 'node:fs'
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'

requireNode()
const built = new URL('../../dist/server/restore.js', import.meta.url)
// What is built is what runs: building anew would change the pages under a running server.
if (!existsSync(built)) prepare()
await import(built.href)
