import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { maxBoardFileBytes } from '#shared/limits.ts'
import { board, participant, recordsOf } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
let pilotId: string
beforeAll(async () => {
  server = await startTestServer()
  pilotId = (await board(server)).pilotId
})
afterAll(() => server.stop())

const sample = (version: string) => readFile(join(import.meta.dirname, `../../../testing/tldr/tldraw-${version}.tldr`))
const bring = (body: Uint8Array | string, query = '', client = program(server)) =>
  client.send('POST', `/api/pilots/${pilotId}/boards/from-tldr${query}`, body, {
    'content-type': 'application/octet-stream',
  })
const countBoards = async () => (await program(server).get(`/api/pilots/${pilotId}/boards`)).body.length

describe.each(['2.4.6', '3.15.6'])('a file that tldraw %s has saved', (version) => {
  test('becomes a board with its notes, frames, ties, strokes and pictures', async () => {
    const { status, body } = await bring(new Uint8Array(await sample(version)), '?name=E-waste%20map.tldr')
    expect(status).toBe(201)
    expect(body.board.title).toBe('E-waste map')
    // Its page of another site becomes the link to it, so nothing is lost.
    expect(body.leftOut).toEqual([])
    const records = await recordsOf(server, body.board.id)
    const byType = (type: string) => records.filter((record) => record.typeName === 'shape' && record.type === type)
    const words = records.map((record) => plainText(record.props?.richText))
    expect(words).toEqual(
      expect.arrayContaining(['Repair café every month', 'Deposit on batteries', 'E-waste on small islands']),
    )
    expect(words.some((text) => text.startsWith('https://www.youtube.com'))).toBe(true)
    const frame = records.find((record) => record.type === 'frame')
    expect(frame?.props?.name).toBe('E-waste ideas')
    expect(byType('note').filter(({ parentId }) => parentId === frame?.id)).toHaveLength(2)
    for (const type of ['geo', 'line', 'draw', 'highlight', 'group']) expect(byType(type).length).toBeGreaterThan(0)
    expect(records.filter(({ typeName }) => typeName === 'binding')).toHaveLength(2)
    // The picture lies in this server's own store.
    const asset = records.find(({ typeName }) => typeName === 'asset')
    const name = String(asset?.props?.src).slice('asset:'.length)
    expect((await program(server).get(`/api/boards/${body.board.id}/files/${name}`)).status).toBe(200)
    const pages = records.filter(({ typeName }) => typeName === 'page')
    expect(pages.map(({ name }) => name)).toEqual(['Page 1', 'Second page'])
    expect(pages[0]?.id).toBe('page:page')
    const second = records.find((record) => plainText(record.props?.richText) === 'On the second page')
    expect(second?.parentId).toBe(pages[1]?.id)
  })
})

describe('a file that cannot be brought', () => {
  test.each([
    ['no JSON at all', 'hello', { code: 'tldr_unreadable', line: 1 }],
    ['JSON of something else', '{"a": 1}', { code: 'tldr_damaged', item: 0 }],
    ['a file of the first tldraw', '{"document": {"version": 15.5}}', { code: 'tldr_too_old' }],
  ])('%s is refused with a reason', async (_, text, expected) => {
    const before = await countBoards()
    expect(await bring(text)).toMatchObject({ status: 422, body: expected })
    expect(await countBoards()).toBe(before)
  })

  test('a file that is cut off says so, also where that is amid a letter', async () => {
    const file = await sample('3.15.6')
    expect((await bring(file.subarray(0, file.length / 2))).body.code).toBe('tldr_cut_off')
    const amid = new TextEncoder().encode('{"records": "é').slice(0, -1)
    expect((await bring(amid)).body.code).toBe('tldr_cut_off')
  })

  test('a file that is broken in the middle says in which line', async () => {
    const text = JSON.stringify(JSON.parse((await sample('3.15.6')).toString()), undefined, 1)
    const lines = text.split('\n')
    lines.splice(7, 0, 'oops')
    expect((await bring(lines.join('\n'))).body).toMatchObject({ code: 'tldr_unreadable', line: 8 })
  })

  test('a file with a record that is none says which', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    file.records.splice(3, 0, { id: 7 })
    expect((await bring(JSON.stringify(file))).body).toMatchObject({ code: 'tldr_damaged', item: 4 })
  })

  test('a file with two records of one id says which is the second', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    file.records.splice(3, 0, { ...file.records[1], x: 77 })
    expect((await bring(JSON.stringify(file))).body).toMatchObject({ code: 'tldr_damaged', item: 4 })
  })

  test('a file that goes too deep is refused before it is read, and says in which line', async () => {
    const before = await countBoards()
    const { status, body } = await bring(`{"records":\n${'['.repeat(1_000_000)}`)
    expect([status, body]).toMatchObject([422, { code: 'tldr_unreadable', line: 2 }])
    expect(await countBoards()).toBe(before)
  })

  test('a file of a newer tldraw is refused whole', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    file.schema.sequences['com.tldraw.shape.note'] += 1
    expect((await bring(JSON.stringify(file))).body.code).toBe('tldr_too_new')
    const format = JSON.parse((await sample('3.15.6')).toString())
    format.tldrawFileFormatVersion = 2
    expect((await bring(JSON.stringify(format))).body.code).toBe('tldr_too_new')
  })

  test('a file of more than 50 MB is refused before it is read', async () => {
    expect(await bring(new Uint8Array(maxBoardFileBytes + 1))).toMatchObject({
      status: 413,
      body: { code: 'file_too_large' },
    })
  })

  test('more shapes than a board takes are refused together', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    const note = file.records.find((record: BoardRecord) => record.type === 'note')
    for (let i = 0; i < 10_001; i += 1) file.records.push({ ...note, id: `shape:copy-${i}`, parentId: 'page:page' })
    expect((await bring(JSON.stringify(file))).body.code).toBe('too_many_shapes')
  })

  test('more pages than a board has are refused', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    const page = file.records.find((record: BoardRecord) => record.typeName === 'page')
    for (let i = 0; i < 20; i += 1) file.records.push({ ...page, id: `page:more-${i}` })
    expect((await bring(JSON.stringify(file))).body.code).toBe('too_many_pages')
  })

  test('guests of a board bring none', async () => {
    const { id } = await board(server)
    const { device } = await participant(server, id)
    expect((await bring('{}', '', device)).status).toBe(403)
  })
})

describe('what a board does not take of a file is counted, and the rest comes', () => {
  test('pictures of other sites are never fetched; films and foreign shapes stay behind', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    const asset = file.records.find((record: BoardRecord) => record.typeName === 'asset')
    asset.props.src = 'https://elsewhere.example/a.png'
    const note = file.records.find((record: BoardRecord) => record.type === 'note')
    file.records.push({ ...note, id: 'shape:of-theirs', type: 'their-own', props: {} })
    file.records.push({ ...note, id: 'shape:zone', type: 'zone', props: {} })
    const { status, body } = await bring(JSON.stringify(file), '?title=Brought')
    expect(status).toBe(201)
    expect(body.board.title).toBe('Brought')
    expect(body.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'pictureElsewhere', count: 1 },
        { what: 'unknown', count: 2 },
      ]),
    )
    const records = await recordsOf(server, body.board.id)
    expect(records.some(({ type }) => type === 'image' || type === 'their-own' || type === 'zone')).toBe(false)
  })

  test('shapes in a circle, or on a page that is not there, come to the first page', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    const note = file.records.find((record: BoardRecord) => record.type === 'note')
    const group = { ...note, type: 'group', props: {} }
    file.records.push(
      { ...group, id: 'shape:egg', parentId: 'shape:hen' },
      { ...group, id: 'shape:hen', parentId: 'shape:egg' },
      { ...note, id: 'shape:lost', parentId: 'page:nowhere' },
    )
    const { status, body } = await bring(JSON.stringify(file))
    expect(status).toBe(201)
    const parents = new Map((await recordsOf(server, body.board.id)).map(({ id, parentId }) => [id, parentId]))
    expect(parents.get('shape:lost')).toBe('page:page')
    expect([parents.get('shape:egg'), parents.get('shape:hen')]).toContain('page:page')
  })

  test('a picture that is none stays behind with what shows it', async () => {
    const file = JSON.parse((await sample('3.15.6')).toString())
    const asset = file.records.find((record: BoardRecord) => record.typeName === 'asset')
    asset.props.src = `data:image/png;base64,${Buffer.from('<script>').toString('base64')}`
    const { body } = await bring(JSON.stringify(file))
    expect(body.leftOut).toEqual([{ what: 'picture', count: 1 }])
    expect((await recordsOf(server, body.board.id)).some(({ type }) => type === 'image')).toBe(false)
  })
})

describe('a board leaves as a file', () => {
  test('with its zones as frames, its pictures inside, and nothing that says who made what', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { status, headers, body } = await program(server).get(`/api/boards/${id}/board.tldr?lang=ar`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename=.*\.tldr/)
    const frames = body.records.filter(({ type }: BoardRecord) => type === 'frame')
    expect(frames).toHaveLength(13)
    expect(frames.map((frame: BoardRecord) => frame.props?.name)).toContain('معرض الأفكار')
    expect(JSON.stringify(body)).not.toContain('"zone"')
    expect(body.records.every((record: BoardRecord) => JSON.stringify(record.meta) === '{}')).toBe(true)
  })

  test('and comes back with everything that it had', async () => {
    const { body: first } = await bring(new Uint8Array(await sample('3.15.6')))
    const { body: file } = await program(server).get(`/api/boards/${first.board.id}/board.tldr`)
    const asset = file.records.find(({ typeName }: BoardRecord) => typeName === 'asset')
    expect(asset.props.src).toMatch(/^data:image\/png;base64,/)
    const { body: second } = await bring(JSON.stringify(file))
    expect(second.leftOut).toEqual([])
    const known = (records: BoardRecord[]) => records.filter(({ typeName }) => typeName !== 'document')
    expect(known(await recordsOf(server, second.board.id))).toEqual(known(await recordsOf(server, first.board.id)))
  })

  test('is for facilitators: it holds everybody’s work at once', async () => {
    const { id } = await board(server)
    const { device } = await participant(server, id)
    expect((await device.get(`/api/boards/${id}/board.tldr`)).status).toBe(403)
  })
})
