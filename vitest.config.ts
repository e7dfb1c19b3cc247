import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Long campaigns have a configuration of their own. */
const exclude = [...configDefaults.exclude, '**/*.long.test.*']

/** Our modules keep no state of their own: loading them anew for every file would take longer than most files' tests. */
const isolate = false

/** Unit and integration tests beside their subject. What needs a browser is a `.spec.ts` in e2e, run by Playwright. */
export default defineConfig({
  test: {
    // Vitest's own choice leaves one of two cores idle. Most of what is tested waits for sockets, disks and processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Of processes and properties on a busy machine; what hangs, hangs longer.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: ['shared/src/**/*.test.ts'], exclude, isolate, environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude,
          isolate,
          environment: 'node',
          globalSetup: './server/src/testing/build-server.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['client/{src,build,service-worker}/**/*.test.{ts,tsx}'],
          exclude,
          environment: 'happy-dom',
          // A thread for each file is there sooner than a process: 68 s of two cores for all of them, not 96.
          pool: 'threads',
        },
      },
      { extends: true, test: { name: 'e2e', include: ['e2e/**/*.test.ts'], exclude, environment: 'node' } },
    ],
  },
})
