/** @y/websocket-server as its own command starts it. It takes a port and does not say which, so a free one is sought first. */
import { connect, createServer } from 'node:net'

const port = await new Promise((resolve, reject) => {
  const server = createServer().once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})
process.env.HOST = '127.0.0.1'
process.env.PORT = String(port)
await import('@y/websocket-server/server')

const isListening = () =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy())
  })
while (!(await isListening())) await new Promise((resolve) => setTimeout(resolve, 10))
process.send?.({ port })
