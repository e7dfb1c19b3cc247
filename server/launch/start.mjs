/** `npm start`: installs and builds what is missing, then is the server: its signals and exit code are this process's. */
import { requireNode } from './node-version.mjs'
import { prepare } from './prepare.mjs'
import { stopWithNpm } from './stop-with-npm.mjs'

requireNode()
stopWithNpm()
prepare()
await import(new URL('../../dist/server/main.js', import.meta.url).href)
