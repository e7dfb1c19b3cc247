/**
 * Starts `writer-thread.ts` where no build has turned it into JavaScript: tests and `npm run dev`. A worker does not
 * inherit the loader of the thread that made it, and on Node 20 `--import tsx` in `execArgv` does not reach it.
 */
import { tsImport } from 'tsx/esm/api'

await tsImport('./writer-thread.ts', import.meta.url)
