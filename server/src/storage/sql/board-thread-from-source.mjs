/** Starts `board-thread.ts` from its source; see `writer-thread-from-source.mjs`. */
import { tsImport } from 'tsx/esm/api'

await tsImport('./board-thread.ts', import.meta.url)
