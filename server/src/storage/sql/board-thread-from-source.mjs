import { startThread } from '../../thread-from-source.mjs'

await startThread('board-thread', import.meta.url)
