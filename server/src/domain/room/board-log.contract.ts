import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardLog, LoggedUpdate } from './board-log.ts'

export type OpenedLog = { readonly log: BoardLog; close(): Promise<void> }

export function loggedUpdate(text: string, overrides: Partial<LoggedUpdate> = {}): LoggedUpdate {
  return {
    boardId: 'board-one',
    bytes: new TextEncoder().encode(text),
    participantId: 'ana',
    atMs: 1,
    isEdit: true,
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

    const read = async (boardId = 'board-one') => {
      const { snapshot, updates, ...rest } = await log.load(boardId)
      const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      return { snapshot: snapshot && decode(snapshot), updates: updates.map(decode), ...rest }
    }

    test('knows nothing of a board that nobody wrote', async () => {
      expect(await read()).toEqual({ snapshot: undefined, updates: [], damaged: 0, lastNumber: 0 })
      expect(await log.lastNumber('board-one')).toBe(0)
    })

    test('gives back what was appended, in order, board by board', async () => {
      await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await log.append([loggedUpdate('other', { boardId: 'board-two' })])
      const lastNumber = await log.append([loggedUpdate('c')])
      expect(await read()).toEqual({ snapshot: undefined, updates: ['a', 'b', 'c'], damaged: 0, lastNumber })
      expect(await log.lastNumber('board-one')).toBe(lastNumber)
      expect((await read('board-two')).updates).toEqual(['other'])
    })

    test('keeps the bytes, whatever the caller does with the buffer they lay in', async () => {
      const buffer = new TextEncoder().encode('xx kept xx')
      await log.append([loggedUpdate('', { bytes: buffer.subarray(3, 7) })])
      buffer.fill(0)
      expect((await read()).updates).toEqual(['kept'])
    })

    test('begins at the newest snapshot', async () => {
      const covered = await log.append([loggedUpdate('a'), loggedUpdate('b')])
      await log.append([loggedUpdate('c')])
      await log.saveSnapshot('board-one', new TextEncoder().encode('ab'), covered)
      expect(await read()).toMatchObject({ snapshot: 'ab', updates: ['c'] })
    })

    test('numbers go on after a snapshot that covers everything', async () => {
      let covered = 0
      for (const text of ['a', 'b', 'c']) {
        covered = await log.append([loggedUpdate(text)])
        await log.saveSnapshot('board-one', new TextEncoder().encode(text), covered)
      }
      expect(await read()).toEqual({ snapshot: 'c', updates: [], damaged: 0, lastNumber: covered })
      expect(await log.lastNumber('board-one')).toBe(covered)
      expect(await log.append([loggedUpdate('d')])).toBeGreaterThan(covered)
      expect(await read()).toMatchObject({ snapshot: 'c', updates: ['d'] })
    })

    test('stores no second snapshot of the same state', async () => {
      const covered = await log.append([loggedUpdate('a')])
      await log.saveSnapshot('board-one', new TextEncoder().encode('first'), covered)
      await log.saveSnapshot('board-one', new TextEncoder().encode('second'), covered)
      expect(await read()).toMatchObject({ snapshot: 'first', updates: [] })
    })
  })
}
