import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line in the middle of which everything can vanish without a word to either end, as when a phone leaves its network. */
export type SwallowingProxy = {
  /** `url` with this line in between. */
  through(url: string): string
  /** From now on nothing gets through, and nobody is told. */
  swallow(): void
  stop(): Promise<void>
}

export async function startSwallowingProxy(url: string): Promise<SwallowingProxy> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isSwallowing = false
  const carry = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (bytes) => {
      if (!isSwallowing) to.write(bytes)
    })
    from.on('error', () => undefined)
    from.on('close', () => {
      if (!isSwallowing) to.destroy()
    })
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = (server.address() as AddressInfo).port
  return {
    through: (target) => target.replace(`:${port}`, `:${own}`),
    swallow() {
      isSwallowing = true
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
