import { startThread } from '../../thread-from-source.mjs'

await startThread('writer-thread', import.meta.url)
