import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boardMember, type SyncServer, startSyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  const elsewhere = boardMember('eli', { boardId: 'another-board' })
  server = await startSyncServer({
    members: new Map([
      ['ana', boardMember('ana')],
      ['eli', elsewhere],
    ]),
  })
})
afterEach(() => server.stop())

/** Asks for an upgrade as a browser does. @returns the answer, with its body when it is no upgrade. */
function upgrade(path: string, headers: Record<string, string> = {}) {
  return new Promise<{
    status: number | undefined
    type: string | undefined
    extensions: string | undefined
    body: { status?: number; code?: string; type?: string }
  }>((resolve, reject) => {
    const asked = request(`${server.httpUrl}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    })
    asked.on('upgrade', (response, socket) => {
      socket.destroy()
      const extensions = response.headers['sec-websocket-extensions']
      resolve({ status: response.statusCode, type: undefined, extensions, body: {} })
    })
    asked.on('response', async (response) => {
      let text = ''
      for await (const chunk of response) text += String(chunk)
      const type = response.headers['content-type']
      resolve({ status: response.statusCode, type, extensions: undefined, body: JSON.parse(text) })
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('asking for a socket', () => {
  test('[CL5] with a right token is granted', async () => {
    expect(await upgrade(`/sync/${testBoardId}?token=ana`)).toMatchObject({ status: 101 })
    expect(await upgrade(`/sync/${testBoardId}`, { authorization: 'Bearer ana' })).toMatchObject({ status: 101 })
  })

  test.each([
    ['without a token', `/sync/${testBoardId}`, 401, 'not_signed_in'],
    ['with a token nobody issued', `/sync/${testBoardId}?token=made-up`, 401, 'not_signed_in'],
    ['with a token for another board', `/sync/${testBoardId}?token=eli`, 403, 'not_a_member'],
    ['for an unknown board', '/sync/board-unknown?token=ana', 404, 'board_not_found'],
    ['for what cannot be a board', '/sync/..%2f..%2fetc?token=ana', 404, 'board_not_found'],
    ['for a deleted board', '/sync/board-deleted?token=ana', 410, 'board_deleted'],
    ['on another path', '/elsewhere?token=ana', 404, 'not_found'],
  ])('[CL5] %s is refused with a problem document', async (_case, path, status, code) => {
    expect(await upgrade(path)).toMatchObject({
      status,
      type: expect.stringContaining('problem+json'),
      body: { status, code, type: `urn:tablecloth:problem:${code}` },
    })
  })

  test('[CL5] that is refused is over for the server, whether the other side hangs up or not', async () => {
    const { hostname, port } = new URL(server.httpUrl)
    const line = connect({ host: hostname, port: Number(port), allowHalfOpen: true }).resume()
    line.on('error', () => undefined)
    line.write('GET /elsewhere HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await once(line, 'end')
    await until('the server to hear no more', () => {
      line.write('still here')
      return line.closed
    })
    line.destroy()
  })

  const agreed = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover'
  test.each([
    ['Chromium', 'permessage-deflate; client_max_window_bits', agreed],
    ['Firefox', 'permessage-deflate', agreed],
    ['one that asks for other things first', 'x-other; a=1, permessage-deflate;client_max_window_bits="12"', agreed],
    ['one that wants a small window', 'permessage-deflate; server_max_window_bits=10', undefined],
    ['one that can do without', 'permessage-deflate; server_max_window_bits=10, permessage-deflate', agreed],
    ['one that asks for what there is not', 'permessage-deflate; surprise', undefined],
  ])('[SY22] may be with compression: %s', async (_case, offer, answer) => {
    const headers = { 'sec-websocket-extensions': offer }
    const path = `/sync/${testBoardId}?token=ana`
    expect(await upgrade(path, headers)).toMatchObject({ status: 101, extensions: answer })
    expect(await upgrade(`${path}&ext=1`, headers)).toMatchObject({ status: 101, extensions: undefined })
  })

  test('[CL6] from another site is refused, from this one and from none is granted', async () => {
    const path = `/sync/${testBoardId}?token=ana`
    expect(await upgrade(path, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'foreign_origin' },
    })
    expect(await upgrade(path, { origin: 'null' })).toMatchObject({ status: 403 })
    expect(await upgrade(path, { origin: server.httpUrl })).toMatchObject({ status: 101 })
  })
})
