import { startThread } from '../thread-from-source.mjs'

await startThread('tldr-thread', import.meta.url)
