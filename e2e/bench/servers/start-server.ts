import type { BenchServer, ServerName } from './bench-server.ts'
import { startOurs } from './ours.ts'
import { startPeer } from './peers.ts'

export function startServer(name: ServerName): Promise<BenchServer> {
  return name === 'ours' ? startOurs() : startPeer(name)
}
