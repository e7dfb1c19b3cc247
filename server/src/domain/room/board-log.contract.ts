import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NewCheckpoint } from '../checkpoint/checkpoint.ts'
import type { BoardLog, LoggedUpdate, NewEpoch } from './board-log.ts'
import { replayBoard } from './replay-board.ts'

export type OpenedLog = {
  readonly log: BoardLog
  /** Ids of the checkpoints that were kept with new epochs. */
  checkpoints(boardId: string): Promise<readonly string[]>
  close(): Promise<void>
}

/** An update of a client of its own that sets one key, named as the text. */
export function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('records').set(text, text)
  return Y.encodeStateAsUpdate(doc)
}

export function loggedUpdate(text: string, overrides: Partial<LoggedUpdate> = {}): LoggedUpdate {
  return {
    boardId: 'board-one',
    epoch: 1,
    bytes: updateOf(text),
    participantId: 'ana',
    atMs: 1,
    isEdit: true,
    ...overrides,
  }
}

function keysOf(doc: Y.Doc): string[] {
  return [...doc.getMap('records').keys()].sort()
}

/** What a log gives back, in the words of `updateOf`. */
export async function readLog(log: BoardLog, boardId = 'board-one') {
  const { snapshot, updates, damaged, lastNumber } = await log.load(boardId)
  const keys = (apply: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    apply(doc)
    return keysOf(doc)
  }
  return {
    snapshot: snapshot && keys((doc) => Y.applyUpdateV2(doc, snapshot.bytes)),
    updates: updates.flatMap(({ bytes }) => keys((doc) => Y.applyUpdate(doc, bytes))),
    damaged,
    lastNumber,
  }
}

function checkpoint(id: string): NewCheckpoint {
  return {
    id,
    boardId: 'board-one',
    kind: 'before_restore',
    title: null,
    createdAtMs: 5,
    createdBy: 'fay',
    createdByName: 'Fay',
    shapeCount: 0,
    bytes: 4,
    contents: bytes('kept'),
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (read: Uint8Array | undefined) => new TextDecoder().decode(read)

function newEpoch(epoch: number, overrides: Partial<NewEpoch> = {}): NewEpoch {
  return {
    boardId: 'board-one',
    epoch,
    state: updateOf(`beginning of ${epoch}`),
    retired: bytes(`state vector of ${epoch - 1}`),
    restoration: { title: 'Before voting', copiedAtMs: 3, byName: 'Fay' },
    before: undefined,
    participantId: 'fay',
    atMs: 5,
    ...overrides,
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

    test('appends what has gathered, and gives its last number', async () => {
      const gather = () => ({ updates: [loggedUpdate('a'), loggedUpdate('b')] })
      const lastNumber = await log.appendGathered(gather)
      expect(await read()).toMatchObject({ updates: ['a', 'b'], lastNumber })
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

    test('of a board that is left alone, keeps what it needs to do without its newest snapshot, and no more', async () => {
      for (const text of ['a', 'b', 'c']) await log.append([loggedUpdate(text)])
      await log.compact('board-one')
      await log.append([loggedUpdate('d')])
      await log.append([loggedUpdate('e')])
      expect(await log.compact('board-one', true)).toMatchObject({ setAside: 0 })
      const { lastNumber } = await log.load('board-one')
      expect(await read()).toEqual({ snapshot: ['a', 'b', 'c', 'd', 'e'], updates: [], damaged: [], lastNumber })
      const older = await log.load('board-one', lastNumber)
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, older.snapshot?.bytes ?? new Uint8Array())
      for (const update of older.updates) Y.applyUpdate(doc, update.bytes)
      expect(keysOf(doc)).toEqual(['a', 'b', 'c', 'd', 'e'])
      expect(older.updates).toHaveLength(1)
      // Once more changes nothing, and it goes on as ever.
      await log.compact('board-one', true)
      await log.append([loggedUpdate('f')])
      expect(await read()).toMatchObject({ snapshot: ['a', 'b', 'c', 'd', 'e'], updates: ['f'] })
      await log.compact('board-one')
      expect(await read()).toMatchObject({ snapshot: ['a', 'b', 'c', 'd', 'e', 'f'], updates: [] })
    })

    test('begins in the first epoch, in which nothing is retired', async () => {
      await log.append([loggedUpdate('a')])
      expect(await log.load('board-one')).toMatchObject({ epoch: 1, retired: [], restoration: undefined })
      expect(await log.loadBeginning('board-one')).toBeUndefined()
    })

    test('begins an epoch with a document of its own, and forgets what was before', async () => {
      await log.append([loggedUpdate('other', { boardId: 'board-two' })])
      await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await log.compact('board-one')
      const before = await log.append([loggedUpdate('c')])
      await log.beginEpoch(newEpoch(2))
      expect(await read()).toMatchObject({ snapshot: undefined, updates: ['beginning of 2'], damaged: [] })
      const loaded = await log.load('board-one')
      expect(loaded.epoch).toBe(2)
      expect(loaded.restoration).toEqual({ title: 'Before voting', copiedAtMs: 3, byName: 'Fay' })
      expect(loaded.retired.map(text)).toEqual(['state vector of 1'])
      expect(loaded.lastNumber).toBeGreaterThan(before)
      expect(await log.lastNumber('board-one')).toBe(loaded.lastNumber)
      expect((await read('board-two')).updates).toEqual(['other'])
      expect((await log.load('board-two')).epoch).toBe(1)
    })

    test('goes on within an epoch as within the first', async () => {
      await log.append([loggedUpdate('a')])
      await log.beginEpoch(newEpoch(2))
      await log.append([loggedUpdate('b', { epoch: 2 })])
      await log.compact('board-one')
      await log.append([loggedUpdate('c', { epoch: 2 })])
      expect(await read()).toMatchObject({ snapshot: ['b', 'beginning of 2'], updates: ['c'] })
    })

    test('never loads what was written for an epoch that is over', async () => {
      await log.beginEpoch(newEpoch(2))
      await log.append([loggedUpdate('too late', { epoch: 1 }), loggedUpdate('in time', { epoch: 2 })])
      expect(await read()).toMatchObject({ updates: ['beginning of 2', 'in time'] })
      await log.compact('board-one')
      expect(await read()).toMatchObject({ snapshot: ['beginning of 2', 'in time'] })
    })

    test('never loads a snapshot of an epoch that ended while it was made', async () => {
      await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await Promise.all([log.compact('board-one'), log.beginEpoch(newEpoch(2))])
      const { snapshot = [], updates } = await read()
      expect([...snapshot, ...updates]).toEqual(['beginning of 2'])
      await log.append([loggedUpdate('c', { epoch: 2 })])
      await log.compact('board-one')
      expect(await read()).toMatchObject({ snapshot: ['beginning of 2', 'c'], updates: [] })
    })

    test('knows what every epoch retired, and what the last began with', async () => {
      await log.beginEpoch(newEpoch(2))
      await log.beginEpoch(newEpoch(3, { restoration: { title: null, copiedAtMs: 9, byName: null } }))
      const loaded = await log.load('board-one')
      expect(loaded.retired.map(text)).toEqual(['state vector of 1', 'state vector of 2'])
      expect(loaded.restoration).toEqual({ title: null, copiedAtMs: 9, byName: null })
      expect(await log.loadBeginning('board-one')).toEqual(loaded.updates[0]?.bytes)
    })

    test('lets one of two begin the same epoch, and keeps nothing of the other', async () => {
      await log.append([loggedUpdate('a')])
      await log.beginEpoch(newEpoch(2, { before: checkpoint('first-checkpoint') }))
      const second = newEpoch(2, { state: updateOf('second'), before: checkpoint('second-checkpoint') })
      await expect(log.beginEpoch(second)).rejects.toThrow()
      expect(await read()).toMatchObject({ updates: ['beginning of 2'] })
      expect(await opened.checkpoints('board-one')).toEqual(['first-checkpoint'])
    })

    test('[CH5] knows whose the shapes were that an update took off, until the epoch ends', async () => {
      const anas = { recordId: 'shape:a', makerId: 'ana' }
      await log.append([
        loggedUpdate('other', { boardId: 'board-two', gone: [{ recordId: 'shape:a', makerId: 'eve' }] }),
      ])
      await log.append([loggedUpdate('a', { gone: [{ recordId: 'shape:a', makerId: 'ben' }] })])
      await log.append([loggedUpdate('b', { gone: [anas] }), loggedUpdate('c')])
      await log.compact('board-one')
      expect(await log.goneShapes('board-one')).toEqual([anas])
      await log.beginEpoch(newEpoch(2))
      expect(await log.goneShapes('board-one')).toEqual([])
      expect(await log.goneShapes('board-two')).toHaveLength(1)
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
