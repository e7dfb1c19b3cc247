/** `npm run dev`: the server from its sources, started again on every change, and Vite's pages in front of it. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'
import { install } from './prepare.mjs'

requireNode()
install()

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bin = join(root, 'node_modules/.bin')
const pages = 'http://localhost:5173'
const env = {
  ...process.env,
  TABLECLOTH_SERVER: `http://127.0.0.1:${process.env.PORT || 3000}`,
  // Links that the server prints and makes lead to Vite's pages.
  PUBLIC_URL: process.env.PUBLIC_URL || pages,
}
const children = [
  spawn(join(bin, 'tsx'), ['watch', '--clear-screen=false', 'server/src/main.ts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
  spawn(join(bin, 'vite'), ['-c', 'client/vite.config.ts', '--port', new URL(pages).port, '--strictPort'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
]

/** One without the other is of no use. */
function stop() {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
for (const child of children) child.once('exit', stop)
