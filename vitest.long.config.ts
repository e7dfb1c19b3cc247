import { defineConfig } from 'vitest/config'

const hourMs = 60 * 60 * 1_000

/**
 * The long campaigns: `*.long.test.ts` in every folder, run by `npm run test:long` and never by `npm test`, which has a
 * short form of each. One file at a time, so that what they measure is theirs.
 */
export default defineConfig({
  test: {
    fileParallelism: false,
    testTimeout: hourMs,
    hookTimeout: hourMs,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'long',
          include: ['{shared/src,server/src,e2e}/**/*.long.test.ts'],
          environment: 'node',
          globalSetup: './server/src/testing/build-server.ts',
        },
      },
      {
        extends: true,
        test: { name: 'long-client', include: ['client/src/**/*.long.test.{ts,tsx}'], environment: 'happy-dom' },
      },
    ],
  },
})
