import { once } from 'node:events'
import { type ClientRequest, get, type RequestOptions, request } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { maxUploadsAtOnce } from '#shared/limits.ts'
import { board, participant } from '../../testing/facts.ts'
import { type HttpClient, program } from '../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { until } from '../../testing/until.ts'

type LogLine = { readonly level: number; readonly msg: string; readonly req?: { readonly path: string } }

const pinoInfo = 30
const lines: LogLine[] = []
let server: TestServer
let files: string
let own: HttpClient
let asHer: RequestOptions
beforeAll(async () => {
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  server = await startTestServer({ log })
  const { id } = await board(server)
  files = `/api/boards/${id}/files`
  const { token } = (await participant(server, id)).joined
  own = program(server, token)
  asHer = { agent: false, headers: { authorization: `Bearer ${token}` } }
})
afterAll(() => server.stop())
beforeEach(() => {
  lines.length = 0
})

const upload = (bytes: Uint8Array<ArrayBuffer>) =>
  own.send('POST', files, bytes, { 'content-type': 'application/octet-stream' })
const gif = (bytes: number) => new Uint8Array(Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(bytes)]))

/** What an operator would look into. */
const troubles = () => lines.filter(({ level }) => level > pinoInfo)

/** A bit of an upload that is to be long. */
function beginUpload(type: string): ClientRequest {
  const headers = { ...asHer.headers, 'content-type': type, 'content-length': 1_000_000 }
  const sending = request(server.url + files, { ...asHer, method: 'POST', headers })
  sending.on('error', () => undefined)
  sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.gif"\r\n\r\nGIF89a')
  return sending
}

test.each(['application/octet-stream', 'multipart/form-data; boundary=x'])(
  'an upload as %s whose line breaks is given up, and no fault in the log',
  async (type) => {
    const slow = Array.from({ length: maxUploadsAtOnce + 1 }, () => beginUpload(type))
    // The one that is too many says that the others are under way.
    await Promise.race(slow.map((sending) => once(sending, 'response')))
    for (const sending of slow) sending.destroy()
    while ((await upload(gif(30))).status !== 201);
    expect(troubles()).toEqual([])
  },
)

test('a picture whose reader leaves in the middle is no fault in the log', async () => {
  const { url } = (await upload(gif(9_000_000))).body
  await new Promise<void>((resolve) => {
    const reading = get(server.url + url, asHer, (answer) => {
      answer.once('data', () => reading.destroy())
      answer.once('close', resolve)
      answer.on('error', () => undefined)
    })
  })
  await until('the server to notice', () => lines.some(({ req }) => req?.path === url))
  // Whatever else it says of it is said by the time it has answered somebody else.
  await own.get('/healthz')
  expect(troubles()).toEqual([])
})
