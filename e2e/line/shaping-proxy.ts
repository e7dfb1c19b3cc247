import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { DeviceLine } from './device-line.ts'
import type { Flow } from './flow.ts'
import type { Lane } from './lane.ts'

export type ShapingProxy = {
  /** Where a browser finds the server through the line. */
  readonly origin: string
  readonly port: number
  readonly connections: number
  /** Ends all connections at both ends at once, as a router does that starts anew. */
  drop(): void
  /** All connections that exist become half-open: what is sent into them is gone, and neither end is told. New ones work. */
  swallow(): void
  close(): Promise<void>
}

/**
 * Puts a device's line between its browser and a server: TCP in user space, so that it runs where the kernel cannot
 * shape traffic. What the two kernels hold besides is more than on a real line, never less.
 */
export async function startShapingProxy(target: string, line: DeviceLine): Promise<ShapingProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const pairs = new Set<Pair>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(targetPort), allowHalfOpen: true, noDelay: true })
    const pair = joinThroughLine(client, upstream, line)
    pairs.add(pair)
    client.once('close', () => pairs.delete(pair))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const drop = () => {
    for (const pair of pairs) pair.drop()
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    get connections() {
      return pairs.size
    },
    drop,
    swallow() {
      for (const pair of pairs) pair.swallow()
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      drop()
      await closed
    },
  }
}

type Pair = { drop(): void; swallow(): void }

function joinThroughLine(client: Socket, upstream: Socket, line: DeviceLine): Pair {
  const flows: Flow[] = []
  // As a kernel does that hears of a connection it does not know: what was still to be sent is thrown away.
  const broken = () => {
    for (const flow of flows) flow.close()
    client.destroy()
    upstream.destroy()
  }
  flows.push(carry(client, upstream, line.up, broken), carry(upstream, client, line.down, broken))
  handshake(line, () => {
    client.resume()
    upstream.resume()
  })
  return {
    drop: broken,
    swallow() {
      for (const flow of flows) flow.close()
      client.resume()
      upstream.resume()
    },
  }
}

/** From one socket's reading end to the other's writing end. How it ends is told through the line, too. */
function carry(from: Socket, to: Socket, lane: Lane, broken: () => void): Flow {
  let isBroken = false
  const flow = lane.open({
    deliver: (bytes) => {
      if (to.writable) to.write(bytes)
    },
    end: () => (isBroken ? broken() : to.end()),
    drained: () => from.resume(),
  })
  from.pause()
  from.on('data', (bytes) => {
    if (!flow.send(bytes)) from.pause()
  })
  from.once('end', () => flow.end())
  from.once('error', () => {
    isBroken = true
    flow.end()
  })
  return flow
}

/** A connection says nothing before its first round trip is over. */
function handshake({ up, down }: DeviceLine, done: () => void): void {
  const sign = Buffer.alloc(1)
  const send = (lane: Lane, arrived: () => void) => {
    const flow = lane.open({
      deliver() {
        flow.close()
        arrived()
      },
      end: () => undefined,
      drained: () => undefined,
    })
    flow.send(sign)
  }
  send(up, () => send(down, done))
}
