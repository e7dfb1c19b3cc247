import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardLog, LoggedUpdate } from './board-log.ts'
import { replayBoard } from './replay-board.ts'

export type OpenedLog = { readonly log: BoardLog; close(): Promise<void> }

/** An update of a client of its own that sets one key, named as the text. */
export function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('records').set(text, text)
  return Y.encodeStateAsUpdate(doc)
}

export function loggedUpdate(text: string, overrides: Partial<LoggedUpdate> = {}): LoggedUpdate {
  return { boardId: 'board-one', bytes: updateOf(text), participantId: 'ana', atMs: 1, isEdit: true, ...overrides }
}

function keysOf(doc: Y.Doc): string[] {
  return [...doc.getMap('records').keys()].sort()
}

/** What a log gives back, in the words of `updateOf`. */
export async function readLog(log: BoardLog, boardId = 'board-one') {
  const { snapshot, updates, ...rest } = await log.load(boardId)
  const keys = (apply: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    apply(doc)
    return keysOf(doc)
  }
  return {
    snapshot: snapshot && keys((doc) => Y.applyUpdateV2(doc, snapshot.bytes)),
    updates: updates.flatMap(({ bytes }) => keys((doc) => Y.applyUpdate(doc, bytes))),
    ...rest,
  }
}

/** What every adapter of the board log keeps to. */
export function boardLogContract(name: string, open: () => Promise<OpenedLog>): void {
  describe(`board log (${name})`, () => {
    let opened: OpenedLog
    let log: BoardLog
    beforeEach(async () => {
      opened = await open()
      log = opened.log
    })
    afterEach(() => opened.close())

    const read = (boardId?: string) => readLog(log, boardId)

    test('knows nothing of a board that nobody wrote', async () => {
      expect(await read()).toEqual({ snapshot: undefined, updates: [], damaged: [], lastNumber: 0 })
      expect(await log.lastNumber('board-one')).toBe(0)
    })

    test('gives back what was appended, in order, board by board', async () => {
      await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await log.append([loggedUpdate('other', { boardId: 'board-two' })])
      const lastNumber = await log.append([loggedUpdate('c')])
      expect(await read()).toEqual({ snapshot: undefined, updates: ['a', 'b', 'c'], damaged: [], lastNumber })
      expect(await log.lastNumber('board-one')).toBe(lastNumber)
      expect((await read('board-two')).updates).toEqual(['other'])
    })

    test('keeps the bytes, whatever the caller does with the buffer they lay in', async () => {
      const update = updateOf('kept')
      const buffer = Uint8Array.of(0, 0, ...update, 0)
      await log.append([loggedUpdate('', { bytes: buffer.subarray(2, 2 + update.byteLength) })])
      buffer.fill(0)
      expect((await read()).updates).toEqual(['kept'])
    })

    test('begins at the newest snapshot', async () => {
      await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await log.compact('board-one')
      await log.append([loggedUpdate('c')])
      expect(await read()).toMatchObject({ snapshot: ['a', 'b'], updates: ['c'] })
    })

    test('numbers go on after a snapshot that covers everything', async () => {
      let covered = 0
      for (const text of ['a', 'b', 'c']) {
        covered = await log.append([loggedUpdate(text)])
        await log.compact('board-one')
      }
      expect(await read()).toEqual({ snapshot: ['a', 'b', 'c'], updates: [], damaged: [], lastNumber: covered })
      expect(await log.lastNumber('board-one')).toBe(covered)
      expect(await log.append([loggedUpdate('d')])).toBeGreaterThan(covered)
      expect(await read()).toMatchObject({ snapshot: ['a', 'b', 'c'], updates: ['d'] })
    })

    test('makes no second snapshot of the same state, and none of a board that nobody wrote', async () => {
      await log.append([loggedUpdate('a')])
      expect(await log.compact('board-one')).toMatchObject({ setAside: 0 })
      expect(await log.compact('board-one')).toBeUndefined()
      expect(await log.compact('board-two')).toBeUndefined()
      expect(await read()).toMatchObject({ snapshot: ['a'], updates: [] })
    })

    test('goes back to the snapshot before, and the rows since, when the newest cannot be read', async () => {
      for (const text of ['a', 'b']) {
        await log.append([loggedUpdate(text)])
        await log.compact('board-one')
      }
      const { lastNumber } = await log.load('board-one')
      const { snapshot, updates } = await log.load('board-one', lastNumber)
      expect({ covers: snapshot?.coversUpTo, rows: updates.map(({ number }) => number) }).toEqual({
        covers: lastNumber - 1,
        rows: [lastNumber],
      })
    })

    test('[SY6] keeps what waits for its predecessor in a snapshot', async () => {
      const writer = new Y.Doc()
      const updates: Uint8Array[] = []
      writer.on('update', (update: Uint8Array) => updates.push(update))
      for (const key of ['first', 'second']) writer.getMap('records').set(key, key)
      const [first, second] = updates
      if (!first || !second) throw new Error('two updates were expected')
      await log.append([loggedUpdate('', { bytes: second })])
      await log.append([loggedUpdate('other')])
      await log.compact('board-one')
      expect(await read()).toMatchObject({ snapshot: ['other'], updates: [] })
      await log.append([loggedUpdate('', { bytes: first })])
      const { doc } = await replayBoard('board-one', log.load)
      expect(keysOf(doc)).toEqual(['first', 'other', 'second'])
    })
  })
}
