// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import type { ConnectionStatus } from '../board-connection.ts'
import { createWritable } from '../readable.ts'
import { createPictureSender, type PictureSender, type RefusedPicture } from './picture-sender.ts'
import { PictureNotSent, PictureRefused, type PostPicture } from './post-picture.ts'

const online: ConnectionStatus = { status: 'online' }
const offline: ConnectionStatus = { status: 'offline', retryAtMs: null }

/** An upload that ends as the test says. */
type Upload = {
  readonly name: string
  readonly progress: (sent: number, total: number) => void
  readonly arrive: () => void
  readonly fail: (cause: Error) => void
}

let uploads: Upload[]
const post: PostPicture = (_boardId, file, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(cause)
    signal.addEventListener('abort', () => fail(new PictureNotSent()))
    const source = `asset:${file.name}`
    const arrive = () => resolve({ source, url: '', bytes: file.size, mimeType: file.type })
    uploads.push({ name: file.name, progress: onProgress, arrive, fail })
  })

let doc: Y.Doc
let connection: ReturnType<typeof createWritable<ConnectionStatus>>
let sender: PictureSender
let refused: RefusedPicture[]
const keeper = { keep: vi.fn(), drop: vi.fn() }

function picture(name: string) {
  return { assetId: `asset:${name}`, file: new File(['12345678'], name, { type: 'image/png' }) }
}
function putAsset(name: string, src: string | null = null) {
  const records = openBoardRecords(doc)
  const props = { name, src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
  doc.transact(() => records.put({ id: `asset:${name}`, typeName: 'asset', type: 'image', meta: {}, props }))
  records.close()
}
function removeAsset(name: string) {
  const records = openBoardRecords(doc)
  doc.transact(() => records.remove(`asset:${name}`))
  records.close()
}
function sourceOf(name: string) {
  const records = openBoardRecords(doc)
  const source = records.read(`asset:${name}`)?.props?.src
  records.close()
  return source
}
const stateOf = (name: string) => sender.states.get().get(`asset:${name}`)
const settled = () => vi.advanceTimersByTimeAsync(0)
async function expectUploads(number: number): Promise<void> {
  await settled()
  expect(uploads).toHaveLength(number)
}
/** The latest of so many. */
async function upload(number: number): Promise<Upload> {
  await expectUploads(number)
  const found = uploads[number - 1]
  if (!found) throw new Error('there is no such upload')
  return found
}

beforeEach(() => {
  vi.useFakeTimers()
  keeper.keep.mockClear()
  keeper.drop.mockClear()
  uploads = []
  refused = []
  doc = new Y.Doc()
  connection = createWritable<ConnectionStatus>(online)
  sender = createPictureSender({
    ...{ boardId: 'board-one', post, keeper, random: () => 0.5 },
    oneByOne: (run) => run(),
    urls: { createObjectURL: () => 'blob:one', revokeObjectURL: () => undefined },
  })
  sender.onRefused((told) => refused.push(told))
  sender.attach({ doc, connection })
})
afterEach(() => {
  sender.close()
  vi.useRealTimers()
})

describe('[CN13] a picture on its way', () => {
  test('is shown with what of it is sent, and named on the board once it is there', async () => {
    sender.add(picture('a'))
    putAsset('a')
    const first = await upload(1)
    first.progress(3, 8)
    expect(stateOf('a')).toEqual({ status: 'sending', sentBytes: 3, totalBytes: 8 })
    expect(sourceOf('a')).toBe(null)
    first.arrive()
    await settled()
    expect(sourceOf('a')).toBe('asset:a')
    expect(sender.states.get().size).toBe(0)
    expect(keeper.keep).toHaveBeenCalledOnce()
    expect(keeper.drop).toHaveBeenCalledWith('asset:a')
  })

  test('goes after the one before it', async () => {
    for (const name of ['a', 'b']) {
      sender.add(picture(name))
      putAsset(name)
    }
    const first = await upload(1)
    expect(stateOf('b')).toEqual({ status: 'waiting' })
    first.arrive()
    expect((await upload(2)).name).toBe('b')
  })

  test('is tried again by itself, later each time, and at once when asked to', async () => {
    sender.add(picture('a'))
    putAsset('a')
    const first = await upload(1)
    first.fail(new PictureNotSent())
    await settled()
    expect(stateOf('a')).toEqual({ status: 'broken' })
    await vi.advanceTimersByTimeAsync(600)
    const second = await upload(2)
    second.fail(new PictureNotSent())
    await settled()
    sender.retry()
    const third = await upload(3)
    third.fail(new PictureNotSent(30_000))
    await vi.advanceTimersByTimeAsync(29_000)
    await expectUploads(3)
    await vi.advanceTimersByTimeAsync(1_000)
    await expectUploads(4)
  })

  test('waits for the line, and sets out when it is back', async () => {
    connection.set(offline)
    sender.add(picture('a'))
    putAsset('a')
    await settled()
    expect(stateOf('a')).toEqual({ status: 'broken' })
    await vi.advanceTimersByTimeAsync(60_000)
    await expectUploads(0)
    connection.set(online)
    await expectUploads(1)
  })

  test('that was under way on the line before begins anew on the next', async () => {
    sender.add(picture('a'))
    putAsset('a')
    await expectUploads(1)
    await vi.advanceTimersByTimeAsync(6_000)
    connection.set(offline)
    connection.set(online)
    await vi.advanceTimersByTimeAsync(1_000)
    await expectUploads(2)
  })

  test('of which nothing moves for two minutes is given up and begun anew', async () => {
    sender.add(picture('a'))
    putAsset('a')
    const first = await upload(1)
    await vi.advanceTimersByTimeAsync(110_000)
    first.progress(4, 8)
    await vi.advanceTimersByTimeAsync(110_000)
    await expectUploads(1)
    await vi.advanceTimersByTimeAsync(12_000)
    await expectUploads(2)
  })

  test('that the server refuses is told, and not tried again', async () => {
    sender.add(picture('a'))
    putAsset('a')
    const first = await upload(1)
    first.fail(new PictureRefused('own_full'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(refused).toEqual([{ assetId: 'asset:a', fault: 'own_full', fileName: 'a' }])
    expect(sender.states.get().size).toBe(0)
    expect(keeper.drop).toHaveBeenCalledWith('asset:a')
    await expectUploads(1)
  })

  test('that nobody wants any more is not sent', async () => {
    sender.add(picture('a'))
    putAsset('a')
    await expectUploads(1)
    sender.cancel('asset:a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sender.states.get().size).toBe(0)
    await expectUploads(1)
  })

  test('of which undo took the asset gets its source when redo brings it back', async () => {
    sender.add(picture('a'))
    putAsset('a')
    const first = await upload(1)
    removeAsset('a')
    await settled()
    expect(sender.states.get().size).toBe(0)
    first.arrive()
    await settled()
    expect(keeper.drop).not.toHaveBeenCalled()
    putAsset('a')
    await settled()
    expect(sourceOf('a')).toBe('asset:a')
    await expectUploads(1)
  })

  test('that waited in an earlier visit goes on; one that another tab has sent does not', async () => {
    putAsset('a')
    putAsset('b', `asset:${'b'.repeat(64)}.png`)
    sender.resume([picture('b'), picture('a')])
    expect((await upload(1)).name).toBe('a')
    expect(keeper.drop).toHaveBeenCalledWith('asset:b')
    expect(sourceOf('b')).toBe(`asset:${'b'.repeat(64)}.png`)
  })
})
