/**
 * Loaded beside a server, ours as well as the others', and asked over its channel: what it holds after its rubbish is
 * collected. Without that, memory says more about the collector's mood than about the server.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('message', (message) => {
  if (message !== 'memory') return
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ memory: { residentBytes: rss, heldBytes: heapUsed + external } })
})
// Being asked must not keep a server alive that wants to stop.
process.channel?.unref()
