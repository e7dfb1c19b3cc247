import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createDeviceLine, type DeviceLine, type LineProfile } from './device-line.ts'
import { type ShapingProxy, startShapingProxy } from './shaping-proxy.ts'
import { manualClock } from './testing/manual-clock.ts'

/** Fast enough that a test need not wait, slow enough that everything goes through the line's clock. */
const quick: LineProfile = {
  downBitsPerS: 400_000_000,
  upBitsPerS: 400_000_000,
  roundTripMs: 2,
  lossShare: 0.05,
  queueBytes: 64 * 1024,
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function listen<T extends Server | ReturnType<typeof createServer>>(server: T): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function proxyTo(target: string, line: DeviceLine = createDeviceLine(quick)): Promise<ShapingProxy> {
  const proxy = await startShapingProxy(target, line)
  ends.push(() => proxy.close())
  return proxy
}

function dial({ port }: ShapingProxy): Socket {
  const socket = connect({ host: '127.0.0.1', port })
  ends.push(() => void socket.destroy())
  return socket
}

/** A server that says back what it hears, and the sockets it was given. */
async function echo() {
  const accepted: Socket[] = []
  const server = createServer((socket) => {
    accepted.push(socket)
    socket.on('error', () => undefined)
    socket.pipe(socket)
  })
  ends.push(() => {
    for (const socket of accepted) socket.destroy()
  })
  return { target: await listen(server), accepted }
}

test('requests and answers come through whole, both ways and several at once', async () => {
  const server = createHttpServer(async (req, res) => {
    const parts: Buffer[] = []
    for await (const part of req) parts.push(part)
    res.end(Buffer.concat(parts))
  })
  const proxy = await proxyTo(await listen(server))
  const bodies = [1, 2, 3].map((fill) => Buffer.alloc(200_000, fill))
  const answers = await Promise.all(
    bodies.map(async (body) => {
      const response = await fetch(proxy.origin, { method: 'POST', body: new Uint8Array(body) })
      return Buffer.from(await response.arrayBuffer())
    }),
  )
  expect(answers.every((answer, i) => answer.equals(bodies[i] ?? Buffer.alloc(0)))).toBe(true)
  server.closeAllConnections()
})

test('a connection is of no use before its first round trip is over', async () => {
  const { target, accepted } = await echo()
  const clock = manualClock()
  const proxy = await proxyTo(target, createDeviceLine({ ...quick, lossShare: 0, roundTripMs: 600 }, { clock }))
  const socket = dial(proxy)
  await once(socket, 'connect')
  socket.write('hello')
  while (accepted.length === 0 || proxy.connections === 0) await new Promise(setImmediate)
  clock.moveMs(599)
  const heard = once(socket, 'data')
  const isHeard = await Promise.race([heard.then(() => true), fetchNothing()])
  expect(isHeard).toBe(false)
  // Goes round by itself from here on: the handshake's end, then the words' way there and back.
  let isDone = false
  void heard.then(() => {
    isDone = true
  })
  while (!isDone) {
    clock.moveMs(50)
    await new Promise(setImmediate)
  }
  expect(String((await heard)[0])).toBe('hello')
  expect(clock.nowMs()).toBeGreaterThan(1_200)
})

test('dropping ends both ends, and new connections work', async () => {
  const { target, accepted } = await echo()
  const proxy = await proxyTo(target)
  const socket = dial(proxy)
  socket.write('a')
  await once(socket, 'data')
  const closed = Promise.all([once(socket, 'close'), once(accepted[0] as Socket, 'close')])
  proxy.drop()
  await closed
  const again = dial(proxy)
  again.write('b')
  expect(String((await once(again, 'data'))[0])).toBe('b')
})

test('a swallowed connection stays open at both ends and carries nothing; new ones work', async () => {
  const { target, accepted } = await echo()
  const proxy = await proxyTo(target)
  const socket = dial(proxy)
  socket.write('a')
  await once(socket, 'data')
  proxy.swallow()
  let heard = ''
  socket.on('data', (bytes) => {
    heard += bytes
  })
  socket.write('lost')
  // By the time a later connection has been answered, the first would have been, too.
  const again = dial(proxy)
  for (const word of ['b', 'c', 'd']) {
    again.write(word)
    await once(again, 'data')
  }
  expect(heard).toBe('')
  expect([socket.readyState, accepted[0]?.readyState]).toEqual(['open', 'open'])
})

test('an end at one side arrives at the other after all that was sent', async () => {
  let heard = ''
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('data', (bytes) => {
      heard += bytes
    })
    socket.once('end', () => socket.end(`${heard.length} bytes, goodbye`))
  })
  const proxy = await proxyTo(await listen(server))
  const socket = dial(proxy)
  socket.end('x'.repeat(100_000))
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes
  })
  await once(socket, 'close')
  expect(answer).toBe('100000 bytes, goodbye')
  while (proxy.connections > 0) await new Promise(setImmediate)
})

/** As long as a connection made beside the line takes, twenty times over: what was to come would have come. */
async function fetchNothing(): Promise<boolean> {
  for (let i = 0; i < 20; i += 1) {
    const server = createServer((socket) => socket.end())
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(await listen(server)).port) })
    socket.resume()
    await once(socket, 'close')
  }
  return false
}
