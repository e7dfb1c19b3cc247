import type { Server } from 'node:http'

/** @returns the port: the one asked for, or a free one for 0. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server does not listen on a port'))
      else resolve(address.port)
    })
  })
}
