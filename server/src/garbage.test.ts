import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { board, participant } from './testing/facts.ts'
import { program, socketUrl } from './testing/http-client.ts'
import { connectRaw } from './testing/raw-client.ts'
import { createSeededRandom } from './testing/seeded-random.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Sends bytes as they are and waits until the server has hung up. */
async function sendRaw(bytes: string | Uint8Array): Promise<void> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.on('data', () => undefined)
  socket.end(bytes)
  await once(socket, 'close')
}

const head = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
const garbage: readonly [string, string | Uint8Array][] = [
  ['nothing', ''],
  ['noise', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 89 + 7) % 256)],
  ['a TLS greeting', Uint8Array.of(22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3)],
  ['a header without an end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(100_000)}`],
  ['a chunk that is none', 'POST /api/join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['two lengths', 'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
  ['an upgrade without a key', `GET /sync/board HTTP/1.1\r\n${head}\r\n`],
  [
    'an upgrade to nowhere',
    `GET /%zz%00/../sync HTTP/1.1\r\n${head}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  ],
  [
    'an upgrade with a body of noise',
    `GET /sync/a?token=%ff HTTP/1.1\r\n${head}Sec-WebSocket-Key: x\r\n\r\n\u0000\u0001`,
  ],
  ['a path of NULs', 'GET /api/boards/%00%00/files/%2e%2e%2fserver.key HTTP/1.1\r\nHost: x\r\n\r\n'],
]

test('garbage on its port leaves the server, and those on a board, as they were', async () => {
  const { id } = await board(server)
  const { joined } = await participant(server, id)
  const person = await connectRaw(socketUrl(server), joined.token, { boardId: id })
  const random = createSeededRandom(1)
  for (const [, bytes] of garbage) await sendRaw(bytes)
  // And well-formed beginnings that end anywhere.
  for (let i = 0; i < 200; i += 1) {
    const [, bytes] = random.pick(garbage)
    await sendRaw(bytes.slice(0, random.below(bytes.length + 1)))
  }
  expect((await program(server).get('/readyz')).status).toBe(200)
  expect((await program(server).get(`/api/boards/${id}`)).body.peopleHere).toBe(1)
  expect(person.closed).toBeUndefined()
  person.stop()
})
