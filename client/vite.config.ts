import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { finishBuild } from './build/finish-build.ts'
import { flags } from './build/flags.ts'
import { serviceWorker } from './build/service-worker.ts'

const server = process.env.TABLECLOTH_SERVER ?? 'http://127.0.0.1:3000'

/** What speaks to a board, and what only that needs. */
const line =
  /[\\/](?:node_modules[\\/](?:zod|yjs|lib0|y-protocols|y-websocket)|client[\\/]src[\\/](?:sync|offline)|shared[\\/]src[\\/]protocol)[\\/]/
/** What pages are made of. */
const parts =
  /[\\/](?:@?radix-ui|@floating-ui|lucide-react|client[\\/]src[\\/](?:ui|api|i18n|features(?![\\/](?:board|session|values|votes|zones))))[\\/]/

/** What the parts of a board, of its session, zones and votes share: other pages have none of it. */
const session =
  /[\\/](?:client[\\/]src[\\/]features[\\/](?:board|session|values|votes|zones)|shared[\\/]src[\\/]session)[\\/]/

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), flags(), serviceWorker(), finishBuild()],
  build: {
    outDir: fileURLToPath(new URL('../dist/client', import.meta.url)),
    // `finishBuild` does, but for what pages of the builds before may still ask for.
    emptyOutDir: false,
    manifest: true,
    // Nothing becomes a data: address: the content security policy names few places for them, and files are cached for good.
    assetsInlineLimit: 0,
    // The board's chunk is tldraw; `bundle-sizes.test.ts` watches what each page needs.
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // On a poor line each file costs a kilobyte of headers and a wait of its own.
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            // Not for pages without a board.
            { name: 'line', test: line, priority: 3 },
            { name: 'shared', test: parts, minShareCount: 2, priority: 2 },
            { name: 'session', test: session, minShareCount: 2, priority: 1 },
          ],
        },
      },
      treeshake: {
        // A feature's door does nothing but open: who takes one thing from it must not load what else is behind it.
        moduleSideEffects: [
          { test: /client\/src\/(?:features\/[^/]+\/index\.ts|ui\/[^/]+\.tsx)$/, sideEffects: false },
        ],
      },
    },
  },
  // Its modules import files by their address, which the optimizer cannot follow.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: {
    proxy: {
      '/api': { target: server },
      '/sync': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
})
