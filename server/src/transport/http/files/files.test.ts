import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxFileBytesPerBoard, maxFileBytesPerPerson, maxImageBytes, maxUploadsAtOnce } from '#shared/limits.ts'
import { fileNamePattern } from '../../../domain/file/file-store.ts'
import { board, participant } from '../../../testing/facts.ts'
import { browser, type HttpClient, program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
let boardId: string
let path: string
let editor: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  boardId = (await board(server)).id
  path = `/api/boards/${boardId}/files`
  editor = (await participant(server, boardId)).device
})
afterAll(() => server.stop())

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(30)])
const upload = (client: HttpClient, bytes: Uint8Array, type = 'application/octet-stream') =>
  client.send('POST', path, new Uint8Array(bytes), { 'content-type': type })

describe('a picture', () => {
  test('is stored under its SHA-256 and served for good', async () => {
    const stored = await upload(editor, gif)
    const name = `${createHash('sha256').update(gif).digest('hex')}.gif`
    expect(stored).toMatchObject({
      status: 201,
      body: { source: `asset:${name}`, url: `${path}/${name}`, bytes: gif.byteLength, mimeType: 'image/gif' },
    })
    const { status, headers } = await editor.get(stored.body.url)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/gif')
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('comes back byte for byte', async () => {
    const { url } = (await upload(editor, gif)).body
    const response = await fetch(server.url + url, { headers: { authorization: `Bearer ${server.adminToken}` } })
    expect(Buffer.from(await response.arrayBuffer()).equals(gif)).toBe(true)
  })

  test('that is SVG is served so that no script in it runs', async () => {
    const { body } = await upload(editor, svg, 'image/png')
    expect(body.mimeType).toBe('image/svg+xml')
    const { headers } = await editor.get(body.url)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  })

  test('may come in a form', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(gif)]), 'anything.txt')
    expect(await editor.send('POST', path, form, {})).toMatchObject({ status: 201, body: { mimeType: 'image/gif' } })
  })

  test('stored twice is one file, and leaves no drafts', async () => {
    await Promise.all([upload(editor, gif), upload(editor, gif)])
    const entries = await readdir(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(names.filter((name) => !fileNamePattern.test(name))).toEqual([])
    expect(names.filter((name) => name.startsWith(createHash('sha256').update(gif).digest('hex')))).toHaveLength(1)
  })

  test('of ten megabytes is taken, of one byte more refused', async () => {
    const full = new Uint8Array(maxImageBytes)
    full.set(gif)
    expect((await upload(editor, full)).status).toBe(201)
    const over = new Uint8Array(maxImageBytes + 1)
    over.set(gif)
    expect(await upload(editor, over)).toMatchObject({ status: 413, body: { code: 'image_too_large' } })
    const form = new FormData()
    form.append('file', new Blob([over]))
    expect(await editor.send('POST', path, form, {})).toMatchObject({ status: 413, body: { code: 'image_too_large' } })
  })

  test('that never ends is refused before it is read to its end, also in a form', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    const sending = request(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'multipart/form-data; boundary=x' },
    })
    // The server hangs up on us while we go on.
    sending.on('error', () => undefined)
    const answered = once(sending, 'response')
    sending.write(head)
    const chunk = Buffer.alloc(1024 * 1024)
    const writeMore = () => void sending.write(chunk, (error) => error ?? writeMore())
    writeMore()
    const [{ statusCode }] = await answered
    expect(statusCode).toBe(413)
    sending.destroy()
  })

  test.each([
    ['is no picture', Buffer.from('hello'), 415, 'unsupported_image'],
    ['is a page that calls itself a picture', Buffer.from('<html><svg></svg></html>'), 415, 'unsupported_image'],
    ['is empty', Buffer.alloc(0), 400, 'invalid_input'],
  ])('that %s is refused', async (_name, bytes, status, code) => {
    expect(await upload(editor, bytes, 'image/png')).toMatchObject({ status, body: { code } })
  })

  test.each([
    ['without a file', 'multipart/form-data; boundary=x', '--x--\r\n'],
    [
      'that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nGIF89a',
    ],
    ['without a boundary', 'multipart/form-data', 'GIF89a'],
  ])('in a form %s is refused', async (_name, type, body) => {
    expect(await editor.send('POST', path, body, { 'content-type': type })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test('can be put on a board by editors, and seen by members only', async () => {
    const viewer = (await participant(server, boardId, 'viewer')).device
    const stranger = (await participant(server, (await board(server)).id)).device
    expect(await upload(viewer, gif)).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
    expect(await upload(stranger, gif)).toMatchObject({ status: 403, body: { code: 'not_a_member' } })
    const { url } = (await upload(editor, gif)).body
    expect((await viewer.get(url)).status).toBe(200)
    expect((await stranger.get(url)).status).toBe(403)
    expect((await browser(server).get(url)).status).toBe(401)
  })

  test.each(['nothing.png', `${'a'.repeat(64)}.png`, '..%2f..%2ftablecloth.sqlite', `${'a'.repeat(64)}.exe`])(
    'named %s is not found',
    async (name) => {
      expect(await editor.get(`${path}/${name}`)).toMatchObject({ status: 404, body: { code: 'file_not_found' } })
    },
  )
})

test('a store that takes no writes answers with an error, and not with a stored file', async () => {
  const full = await startTestServer()
  const { id } = await board(full)
  // A file where the directory should be takes no pictures, as a full disk does.
  await writeFile(join(full.dataDir, 'files'), '')
  const answer = await program(full).send('POST', `/api/boards/${id}/files`, new Uint8Array(gif), {})
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } })
  await full.stop()
})

describe('what a board and a person may hold', () => {
  const fill = (column: 'board' | 'own', bytes: number, participantId: string) => {
    const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
    db.prepare('INSERT INTO board_file VALUES (?, ?, ?, ?, ?, 0)').run(
      boardId,
      `${column}.png`,
      'image/png',
      bytes,
      participantId,
    )
    db.close()
  }
  const empty = (column: 'board' | 'own') => {
    const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
    db.prepare('DELETE FROM board_file WHERE name = ?').run(`${column}.png`)
    db.close()
  }

  test('is a limit of its own for each, told before anything is read', async () => {
    const { device, joined } = await participant(server, boardId)
    const another = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40)])
    fill('own', maxFileBytesPerPerson - 10, joined.participantId)
    expect(await upload(device, another)).toMatchObject({ status: 413, body: { code: 'own_files_full' } })
    expect(await upload(editor, another)).toMatchObject({ status: 201 })
    empty('own')
    fill('board', maxFileBytesPerBoard, 'somebody')
    expect(await upload(editor, gif)).toMatchObject({ status: 413, body: { code: 'board_files_full' } })
    empty('board')
    expect(await upload(device, another)).toMatchObject({ status: 201 })
  })

  test('is a few uploads at once for each person', async () => {
    const { joined } = await participant(server, boardId)
    const begin = () => {
      const sending = request(server.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${joined.token}`, 'content-type': 'application/octet-stream' },
      })
      sending.on('error', () => undefined)
      sending.write('GIF89a')
      return sending
    }
    const slow = Array.from({ length: maxUploadsAtOnce + 1 }, begin)
    // One too many: once it is answered, all the others have their places, which nothing but they give back.
    const [answer] = await Promise.race(slow.map((sending) => once(sending, 'response')))
    expect(answer.statusCode).toBe(429)
    const ask = async () => (await upload(program(server, joined.token), gif)).status
    expect(await ask()).toBe(429)
    for (const sending of slow) sending.destroy()
    await expect.poll(ask, { timeout: 10_000 }).toBe(201)
  })
})
