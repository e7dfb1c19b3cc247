// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { BoardConnection, ConnectionStatus, SavingStatus } from '../sync/board-connection.ts'
import type { BoardCopy } from '../sync/board-copy.ts'
import type { PostPicture } from '../sync/pictures/post-picture.ts'
import { createWritable } from '../sync/readable.ts'
import { type BoardOnDevice, openBoardOnDevice, type SetAside } from './board-on-device.ts'
import { databaseName } from './board-store.ts'

/** A line that does as the test says. */
function openTestLine(copy: BoardCopy) {
  const connection = createWritable<ConnectionStatus>({ status: 'online' })
  const line: BoardConnection = {
    ...{ boardId: 'board-one', keepsPlace: true, doc: copy.doc, awareness: new Awareness(copy.doc), connection },
    saving: createWritable<SavingStatus>({ status: 'saved' }),
    isLoaded: createWritable(copy.isWhole),
    loading: createWritable(undefined),
    ...{ people: createWritable([]), self: createWritable(undefined), savesData: createWritable(false) },
    ...{
      session: createWritable(undefined),
      alone: createWritable({}),
      votes: createWritable(undefined),
      serverNowMs: () => 0,
    },
    line: createWritable({ roundTripMs: undefined, quality: 'good' }),
    ...{ publishCursor: () => undefined, saveData: () => undefined, reconnect: () => undefined },
    ...{ onCursors: () => () => undefined, onNotice: () => () => undefined },
    ...{ tellWaiting: () => undefined, react: () => true, onReactions: () => () => undefined },
    close: () => line.awareness.destroy(),
  }
  return { line, copy, connection }
}

let factory: IDBFactory
let device: BoardOnDevice
let lines: ReturnType<typeof openTestLine>[]
let told: SetAside[]
const dropAnswers = vi.fn(async () => undefined)
const post = vi.fn<PostPicture>()

function open(indexedDb: IDBFactory | 'none' = factory, remember: () => void = () => undefined) {
  lines = []
  told = []
  device = openBoardOnDevice(
    'board-one',
    (copy) => {
      const opened = openTestLine(copy)
      lines.push(opened)
      return opened.line
    },
    {
      indexedDb: indexedDb === 'none' ? undefined : indexedDb,
      remember,
      dropAnswers,
      nowMs: () => 1,
      window: new EventTarget() as never,
      pictures: { post, random: () => 0.5, oneByOne: (run) => run(), urls: URL },
    },
  )
  device.onSetAside((item) => told.push(item))
}

async function lineNumber(number: number) {
  await expect.poll(() => device.connection.get() !== undefined && lines.length).toBe(number)
  const opened = lines[number - 1]
  if (!opened) throw new Error(`there is no line ${number}`)
  return opened
}

function write({ copy }: ReturnType<typeof openTestLine>, id: string) {
  const records = openBoardRecords(copy.doc)
  const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] }
  const note = {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', x: 1, y: 1, rotation: 0, parentId: 'page:page', meta: {} },
    ...{ index: 'a1', props: { richText: words } },
  }
  copy.doc.transact(() => {
    for (const record of [...rootRecords, note]) records.put(record)
  })
  copy.changedHere(new Map([[note.id, new Set([note.id])]]))
  records.close()
}

const asideWords = () => device.aside.get().map(({ shape }) => plainText(shape.record.props?.richText))

beforeEach(() => {
  dropAnswers.mockClear()
  factory = new IDBFactory()
  open()
})
afterEach(() => device.close())

describe('a board on this device', () => {
  test('of a restored board keeps aside what was not saved, and opens anew without it', async () => {
    const first = await lineNumber(1)
    write(first, 'mine')
    const restored = { code: 'restored', title: 'After lunch', createdAtMs: 5, by: 'Ana' } as const
    first.copy.noticed(restored)
    first.connection.set({ status: 'closed', kind: 'freshDocumentNeeded' })
    const second = await lineNumber(2)
    expect(second.copy.isWhole).toBe(false)
    expect(second.copy.unsavedIds).toEqual([])
    expect(told).toEqual([{ reason: 'restored', count: 1, restored }])
    expect(asideWords()).toEqual(['mine'])
    device.putOnBoard(device.aside.get())
    expect(openBoardRecords(second.copy.doc).has('shape:mine')).toBe(true)
    expect(device.aside.get()).toEqual([])
  })

  test('of somebody who may only read by now keeps aside what was written before', async () => {
    const first = await lineNumber(1)
    write(first, 'mine')
    first.copy.noticed({ code: 'read_only' })
    // What is refused counts as dealt with, and the server says so at once.
    first.copy.saved(['shape:mine'])
    await lineNumber(2)
    expect(told).toEqual([{ reason: 'read_only', count: 1 }])
    expect(asideWords()).toEqual(['mine'])
  })

  test('keeps aside the records that the server names, and goes on with the rest', async () => {
    const first = await lineNumber(1)
    write(first, 'zone')
    write(first, 'note')
    first.copy.noticed({ code: 'taken_back', reason: 'template_layer', recordIds: ['shape:zone'] })
    await expect.poll(asideWords).toEqual(['zone'])
    first.copy.noticed({ code: 'taken_back', reason: 'unsound', recordIds: ['shape:note'] })
    first.copy.noticed({ code: 'limit', limit: 'maxRecordBytes', recordIds: ['shape:note'] })
    await expect.poll(() => asideWords().sort()).toEqual(['note', 'zone'])
    expect(lines).toHaveLength(1)
  })

  test.each(['tooLarge', 'unreadable', 'removed'] as const)(
    'does not send again what ended the line with "%s"',
    async (kind) => {
      const first = await lineNumber(1)
      write(first, 'mine')
      first.connection.set({ status: 'closed', kind })
      await expect.poll(asideWords).toEqual(['mine'])
      expect(dropAnswers).toHaveBeenCalledTimes(kind === 'removed' ? 1 : 0)
      device.close()
      open()
      const next = await lineNumber(1)
      expect(next.copy.isWhole).toBe(false)
      expect(asideWords()).toEqual(['mine'])
    },
  )

  test('[SE2] keeps aside what the step of a session took no writing of, with the reason', async () => {
    const first = await lineNumber(1)
    write(first, 'mine')
    first.copy.noticed({ code: 'taken_back', reason: 'step', recordIds: ['shape:mine'] })
    await expect.poll(asideWords).toEqual(['mine'])
    expect(device.aside.get()).toMatchObject([{ reason: 'step' }])
  })

  test('gives back what was thrown away, and has it in the next visit', async () => {
    const first = await lineNumber(1)
    write(first, 'mine')
    first.copy.noticed({ code: 'taken_back', reason: 'invalid', recordIds: ['shape:mine'] })
    await expect.poll(asideWords).toEqual(['mine'])
    const items = device.aside.get()
    device.throwAway(items)
    expect(asideWords()).toEqual([])
    device.takeBack(items)
    device.close()
    open()
    await lineNumber(1)
    expect(asideWords()).toEqual(['mine'])
  })
})

describe('a device that keeps nothing', () => {
  test.each([
    ['has no storage', 'none', () => undefined],
    [
      'refuses it',
      new IDBFactory(),
      (): void => {
        throw new DOMException('no', 'SecurityError')
      },
    ],
  ] satisfies [string, IDBFactory | 'none', () => void][])(
    'because it %s says so, and the board works all the same',
    async (_why, indexedDb, remember) => {
      device.close()
      open(indexedDb, remember)
      const first = await lineNumber(1)
      expect(device.isKept.get()).toBe(false)
      write(first, 'mine')
      first.connection.set({ status: 'closed', kind: 'freshDocumentNeeded' })
      await lineNumber(2)
      expect(asideWords()).toEqual(['mine'])
    },
  )

  test('any more, because the board was forgotten in another tab, lets go of it and says so', async () => {
    await lineNumber(1)
    const deletion = factory.deleteDatabase(databaseName('board-one'))
    await new Promise((resolve) => {
      deletion.onsuccess = resolve
    })
    expect(device.isKept.get()).toBe(false)
    expect((await factory.databases()).map(({ name }) => name)).not.toContain(databaseName('board-one'))
  })
})
