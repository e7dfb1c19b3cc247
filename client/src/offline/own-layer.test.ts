// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { Notice, Role } from '#shared/protocol/messages.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { BoardConnection, ConnectionStatus, SavingStatus } from '../sync/board-connection.ts'
import type { BoardCopy } from '../sync/board-copy.ts'
import { createListeners } from '../sync/listeners.ts'
import { createWritable } from '../sync/readable.ts'
import type { SetAside } from './board-on-device.ts'
import { isKnownBoard, rememberBoard, unlistBoard } from './known-boards.ts'
import { createOwnLayer, type OwnLayer } from './own-layer.ts'

/** A line that does as the test says. */
function openTestLine(doc: Y.Doc) {
  const connection = createWritable<ConnectionStatus>({ status: 'online' })
  const saving = createWritable<SavingStatus>({ status: 'saved' })
  const self = createWritable<{ participantId: string; role: Role } | undefined>(undefined)
  const session = createWritable<SessionView | undefined>(undefined)
  const alone = createWritable<Readonly<Record<string, number>> | undefined>(undefined)
  const notices = createListeners<Notice>(5)
  const line: BoardConnection = {
    ...{
      boardId: 'board-one',
      keepsPlace: true,
      doc,
      awareness: new Awareness(doc),
      connection,
      saving,
      self,
      session,
      alone,
    },
    ...{ isLoaded: createWritable(true), loading: createWritable(undefined), people: createWritable([]) },
    ...{
      savesData: createWritable(false),
      votes: createWritable(undefined),
      serverNowMs: () => 0,
      tellWaiting: () => undefined,
    },
    line: createWritable({ roundTripMs: undefined, quality: 'good' }),
    ...{ publishCursor: () => undefined, saveData: () => undefined, reconnect: () => undefined },
    ...{ onCursors: () => () => undefined, onNotice: notices.add },
    ...{ onReactions: () => () => undefined, react: () => false },
    close: () => line.awareness.destroy(),
  }
  return { line, connection, saving, self, session, alone, notices }
}
type OwnLine = ReturnType<typeof openTestLine> & { readonly copy: BoardCopy; readonly isAnonymous: () => boolean }

class TestStorage extends Map<string, string> {
  getItem = (key: string) => this.get(key) ?? null
  setItem = (key: string, value: string) => void this.set(key, value)
  removeItem = (key: string) => void this.delete(key)
  key = (i: number) => [...this.keys()][i] ?? null
  get length() {
    return this.size
  }
}

let factory: IDBFactory
let storage: TestStorage
let board: ReturnType<typeof openTestLine>
let own: OwnLayer
let lines: OwnLine[]
let told: SetAside[]

/** A tab; the server has not said anything yet. */
function openTab(participantId: string | null = 'ana') {
  lines = []
  told = []
  board = openTestLine(new Y.Doc())
  own = createOwnLayer(
    {
      boardId: 'board-one',
      board: { connection: createWritable(board.line), pictures: { attach: () => () => undefined } as never },
      asked: { participantId, role: 'editor' },
      openLine(copy, isAnonymous) {
        const opened = { ...openTestLine(copy.doc), copy, isAnonymous }
        if (copy.hasUnsaved()) opened.saving.set({ status: 'saving', unsaved: 1 })
        lines.push(opened)
        return opened.line
      },
    },
    {
      ...{ indexedDb: factory, storage: storage as never, nowMs: () => 1, window: new EventTarget() as never },
      remember: (key) => rememberBoard(storage as never, key),
      dropAnswers: async () => undefined,
      forget: async (key) => unlistBoard(storage as never, key),
      pictures: { post: vi.fn(), random: () => 0.5, oneByOne: (run) => run(), urls: URL },
    },
  )
  own.onSetAside((item) => told.push(item))
}

/** What the server says of the board: who one is, whether a step of writing alone runs, and how much was written. */
function hear(step: 'named' | 'anonymous' | undefined, count = 0, participantId = 'ana') {
  const running = { status: 'running', stepId: 'one' }
  const steps = [{ id: 'one', mode: 'private', isAnonymous: step === 'anonymous' }]
  board.session.set((step && { plan: { steps }, run: running }) as SessionView | undefined)
  board.alone.set(count === 0 ? {} : { ideas: count })
  board.self.set({ participantId, role: 'editor' })
}

async function lineNumber(number: number): Promise<OwnLine> {
  await expect.poll(() => own.doc.get() !== undefined && lines.length).toBe(number)
  const opened = lines[number - 1]
  if (!opened) throw new Error(`there is no line ${number}`)
  return opened
}

function write({ copy }: Pick<OwnLine, 'copy'>, id: string, words = id, part: 'base' | 'text' = 'base') {
  const records = openBoardRecords(copy.doc)
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
  const note = {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', x: 1, y: 1, rotation: 0, parentId: 'shape:ideas' },
    ...{ index: 'a1', meta: {}, props: { richText } },
  }
  const before = records.read(note.id)
  copy.doc.transact(() => (before ? records.change(before, note) : records.put(note)))
  copy.changedHere(new Map([[note.id, new Set([part === 'base' ? note.id : `${note.id}/text`])]]))
  records.close()
}

function wordsIn(doc: Y.Doc): string[] {
  const records = openBoardRecords(doc)
  const words = records.readAll().map(({ props }) => plainText(props?.richText))
  records.close()
  return words.sort()
}

/** Also waits until it is on the device. */
async function closeTab() {
  own.close()
  await new Promise((resolve) => setTimeout(resolve))
}

beforeEach(() => {
  factory = new IDBFactory()
  storage = new TestStorage()
})
afterEach(() => own.close())

describe('[CN15] the line to what somebody writes alone', () => {
  test('is there while a step of writing alone runs, and gone when it is over and nothing was written', async () => {
    openTab()
    hear(undefined)
    expect(lines).toHaveLength(0)
    hear('named')
    await lineNumber(1)
    expect(own.step.get()).toBe('named')
    hear(undefined)
    expect(own.doc.get()).toBeUndefined()
    expect(isKnownBoard(storage as never, 'board-one/own/ana')).toBe(false)
  })

  test('is there while anything is not revealed: it may be hers', async () => {
    openTab()
    hear(undefined, 3)
    await lineNumber(1)
    hear(undefined, 0)
    expect(own.doc.get()).toBeUndefined()
  })

  test('stays while something of hers waits on the device, and opens again with it', async () => {
    openTab()
    hear('named')
    write(await lineNumber(1), 'waits')
    hear(undefined)
    expect(own.doc.get()).toBeDefined()
    await closeTab()
    openTab()
    const { copy } = await lineNumber(1)
    expect(wordsIn(copy.doc)).toEqual(['waits'])
  })

  test('goes on without a line to the board, in the step of which it was last told', async () => {
    openTab()
    hear('anonymous')
    await lineNumber(1)
    await closeTab()
    openTab()
    expect(own.step.get()).toBe('anonymous')
    await lineNumber(1)
    hear(undefined)
    expect(own.step.get()).toBeUndefined()
  })

  test('is one for each person of a device: nobody is shown what the other one wrote', async () => {
    openTab('ana')
    hear('named')
    write(await lineNumber(1), 'anas')
    await closeTab()
    openTab('ben')
    hear('named', 1, 'ben')
    const bens = await lineNumber(1)
    expect(wordsIn(bens.copy.doc)).toEqual([])
    expect(own.aside.get()).toEqual([])
    write(bens, 'bens')
    // The same tab, after she has come back.
    hear('named', 2, 'ana')
    expect(wordsIn((await lineNumber(2)).copy.doc)).toEqual(['anas'])
  })

  test('says what was written without it when nobody was to know, until the server has it', async () => {
    openTab()
    hear('anonymous')
    const first = await lineNumber(1)
    write(first, 'online')
    expect(first.isAnonymous()).toBe(false)
    first.connection.set({ status: 'offline', retryAtMs: null })
    write(first, 'offline')
    await closeTab()
    openTab()
    const { isAnonymous, connection, saving, copy } = await lineNumber(1)
    expect(isAnonymous()).toBe(true)
    saving.set({ status: 'saving', unsaved: 1 })
    connection.set({ status: 'offline', retryAtMs: null })
    connection.set({ status: 'online' })
    expect(isAnonymous()).toBe(true)
    copy.saved(['shape:online', 'shape:offline'])
    saving.set({ status: 'saved' })
    expect(isAnonymous()).toBe(false)
  })
})

describe('[CN16] words that had not arrived when it was revealed', () => {
  /** Two notes that the server has, one of them with words that it has not; and a third that it has never heard of. */
  async function lateWords() {
    openTab()
    hear('named')
    const line = await lineNumber(1)
    write(line, 'shown')
    write(line, 'kept')
    line.copy.saved(['shape:shown', 'shape:kept'])
    line.connection.set({ status: 'offline', retryAtMs: null })
    write(line, 'shown', 'shown, and more', 'text')
    write(line, 'kept', 'kept, and more', 'text')
    write(line, 'never_sent')
    return line
  }
  function end({ notices, connection }: OwnLine) {
    notices.tell({ code: 'revealed' })
    connection.set({ status: 'closed', kind: 'freshDocumentNeeded' })
  }
  const putIn = (doc: Y.Doc, id: string) => {
    const records = openBoardRecords(doc)
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] }
    doc.transact(() =>
      records.put({
        ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', parentId: 'shape:ideas', x: 9, meta: {} },
        props: { richText },
      }),
    )
    records.close()
  }

  test('are written onto the note where the board has it, and else are hers alone', async () => {
    const line = await lateWords()
    putIn(board.line.doc, 'shown')
    end(line)
    const fresh = await lineNumber(2)
    putIn(fresh.copy.doc, 'kept')
    fresh.connection.set({ status: 'offline', retryAtMs: null })
    fresh.connection.set({ status: 'online' })
    await expect.poll(() => wordsIn(fresh.copy.doc)).toEqual(['kept, and more', 'never_sent'])
    expect(wordsIn(board.line.doc)).toEqual(['shown, and more'])
    const records = openBoardRecords(board.line.doc)
    expect(records.read('shape:shown')?.x).toBe(9)
    records.close()
    expect(own.aside.get()).toEqual([])
  })

  test('are kept aside where nobody can tell any more which note it was', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      openTab()
      hear('anonymous')
      await vi.waitFor(() => expect(own.doc.get()).toBeDefined(), { interval: 1 })
      const [line] = lines
      if (!line) throw new Error('there is no line')
      write(line, 'shown')
      line.copy.saved(['shape:shown'])
      write(line, 'shown', 'shown, and more', 'text')
      end(line)
      putIn(board.line.doc, 'another')
      await vi.waitFor(() => expect(lines).toHaveLength(2), { interval: 1 })
      expect(told).toEqual([])
      await vi.advanceTimersByTimeAsync(5_000)
      await vi.waitFor(() => expect(told).toEqual([{ reason: 'revealed', count: 1 }]), { interval: 1 })
      expect(wordsIn(board.line.doc)).toEqual(['another'])
      own.putBack(own.aside.get())
      await vi.waitFor(() => expect(own.aside.get()).toEqual([]), { interval: 1 })
      expect(own.doc.get() && wordsIn(own.doc.get() as Y.Doc)).toEqual(['shown, and more'])
    } finally {
      vi.useRealTimers()
    }
  })
})
