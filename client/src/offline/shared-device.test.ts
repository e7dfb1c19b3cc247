// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { decodeClientFrame } from '#shared/protocol/frames.ts'
import { encodeSession } from '#shared/protocol/session.ts'
import { openBoardConnection } from '../sync/open-board-connection.ts'
import type { PostPicture } from '../sync/pictures/post-picture.ts'
import { type ScriptedServer, startScriptedServer, until } from '../sync/testing/scripted-server.ts'
import { type BoardOnDevice, openBoardOnDevice, type SetAside } from './board-on-device.ts'

/** Real sockets and one device. The server asks before it says for whom the line speaks, as the real one does. */
let server: ScriptedServer
let factory: IDBFactory
let device: BoardOnDevice
let told: SetAside[]
const post = vi.fn<PostPicture>()

beforeEach(async () => {
  server = await startScriptedServer()
  server.isDiligent = true
  const records = openBoardRecords(server.doc)
  for (const record of rootRecords) records.put(record)
  records.close()
  factory = new IDBFactory()
  post.mockReset()
})
afterEach(async () => {
  device.close()
  await server.stop()
})

function openTab() {
  told = []
  device = openBoardOnDevice(
    'board-one',
    (copy) =>
      openBoardConnection({
        ...{ boardId: 'board-one', token: 'a-token', origin: server.origin, copy },
        machine: {
          ...{ WebSocket: WebSocket as never, random: () => 0 },
          window: new EventTarget() as never,
          document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) as never,
        },
      }),
    {
      ...{ indexedDb: factory, remember: () => undefined, dropAnswers: async () => undefined },
      ...{ nowMs: () => 1, window: new EventTarget() as never },
      pictures: { post, random: () => 0.5, oneByOne: (run) => run(), urls: URL },
    },
  )
  device.onSetAside((item) => told.push(item))
}

const status = () => device.connection.get()?.connection.get().status
const saving = () => device.connection.get()?.saving.get()

/** Lines so far; each of them is told whose it is once. */
async function nextLineIsOf(participantId: string, linesBefore: number) {
  await until('a line', () => server.sockets.length > linesBefore)
  const line = server.sockets.at(-1)
  await until('the question on it', () => server.heard.some((frame) => decodeClientFrame(frame).kind === 'step1'))
  line?.send(encodeSession({ version: 1, self: { participantId, role: 'editor' }, people: [] }))
}

async function openOnlineAs(participantId: string) {
  const lines = server.sockets.length
  openTab()
  await nextLineIsOf(participantId, lines)
  await until('online', () => status() === 'online')
}

async function loseLine() {
  server.isRefusing = true
  for (const line of server.sockets) line.terminate()
  await until('offline', () => status() === 'offline')
}

function write(id: string, asset?: Readonly<Record<string, unknown>>) {
  const line = device.connection.get()
  if (!line) throw new Error('there is no board')
  const records = openBoardRecords(line.doc)
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] }
  line.doc.transact(() => {
    if (asset) records.put({ id: `asset:${id}`, typeName: 'asset', type: 'image', meta: {}, props: asset })
    records.put({
      ...{ id: `shape:${id}`, typeName: 'shape', type: asset ? 'image' : 'note', x: 1, y: 1, rotation: 0 },
      ...{ parentId: 'page:page', index: 'a1', meta: {} },
      props: asset ? { assetId: `asset:${id}` } : { richText },
    })
  })
  records.close()
}

/** Also waits until it is on the device. */
async function closeTab() {
  device.close()
  await new Promise((resolve) => setTimeout(resolve))
}

const onServer = () => [...server.doc.getMap('records').keys()].filter((key) => /^shape:\w+$/.test(key)).sort()
const isKnownToServer = (words: string) => server.heard.some((frame) => Buffer.from(frame).includes(words))
const asideWords = () => device.aside.get().map(({ shape }) => plainText(shape.record.props?.richText))

describe('[CN14] a device that another person uses', () => {
  test('sends nothing of what the first one wrote, keeps it aside, and says so', async () => {
    await openOnlineAs('ana')
    write('saved')
    await until('saved', () => saving()?.status === 'saved' && onServer().length === 1)
    await loseLine()
    write('secret')
    await closeTab()

    server.isRefusing = false
    const lines = server.sockets.length
    openTab()
    await nextLineIsOf('ben', lines)
    await until('what is told', () => told.length > 0)
    expect(told).toEqual([{ reason: 'other_person', count: 1 }])
    expect(asideWords()).toEqual(['secret'])
    await nextLineIsOf('ben', lines + 1)
    await until('online', () => status() === 'online')
    write('bens')
    await until('saved', () => onServer().includes('shape:bens'))
    expect(onServer()).toEqual(['shape:bens', 'shape:saved'])
    expect(isKnownToServer('secret')).toBe(false)
  })

  test('in a tab that stays open does the same, and goes on for the second', async () => {
    await openOnlineAs('ana')
    await loseLine()
    write('secret')
    const lines = server.sockets.length
    server.isRefusing = false
    await nextLineIsOf('ben', lines)
    await until('what is told', () => told.length > 0)
    await nextLineIsOf('ben', lines + 1)
    await until('online', () => status() === 'online')
    expect(asideWords()).toEqual(['secret'])
    expect(isKnownToServer('secret')).toBe(false)
  })

  test('sends what waits when it is the first one again, and what the second writes then is not hers', async () => {
    await openOnlineAs('ana')
    await loseLine()
    write('anas')
    await closeTab()
    server.isRefusing = false
    await openOnlineAs('ana')
    await until('saved', () => onServer().includes('shape:anas') && saving()?.status === 'saved')
    await closeTab()
    await openOnlineAs('ben')
    await loseLine()
    write('bens')
    await closeTab()
    server.isRefusing = false
    const lines = server.sockets.length
    openTab()
    await nextLineIsOf('ana', lines)
    await until('what is told', () => told.length > 0)
    expect(asideWords()).toEqual(['bens'])
    expect(isKnownToServer('bens')).toBe(false)
  })

  test('does not send her pictures either, until they are put on the board by hand', async () => {
    post.mockReturnValue(new Promise(() => undefined))
    await openOnlineAs('ana')
    await loseLine()
    write('photo', { src: null, name: 'photo.png' })
    device.pictures.add({ assetId: 'asset:photo', file: new File(['picture'], 'photo.png', { type: 'image/png' }) })
    await until('waiting', () => device.pictures.states.get().size === 1)
    await until('on the device', async () => (await factory.databases()).length === 2)
    await closeTab()
    server.isRefusing = false
    const lines = server.sockets.length
    openTab()
    await nextLineIsOf('ben', lines)
    await until('what is told', () => told.length > 0)
    await nextLineIsOf('ben', lines + 1)
    await until('online', () => status() === 'online')
    expect(post).not.toHaveBeenCalled()
    device.putOnBoard(device.aside.get())
    await until('the picture on its way', () => post.mock.calls.length === 1)
  })
})
