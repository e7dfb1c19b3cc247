// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { touchedParts } from '#shared/board/record-parts.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { type BoardStore, openBoardStore } from './board-store.ts'
import { type DeviceCopy, openDeviceCopy } from './device-copy.ts'

let factory: IDBFactory
let ends: (() => Promise<void>)[] = []

beforeEach(() => {
  factory = new IDBFactory()
})
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
})

const server = Symbol('server')

const toRichText = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

function note(id: string, words: string, props: Record<string, unknown> = {}) {
  return {
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', x: 10, y: 20, rotation: 0, parentId: 'page:page' },
    ...{ index: 'a1', props: { color: 'yellow', richText: toRichText(words), ...props }, meta: {} },
  }
}

/** A tab: a copy with what the line does with it. */
async function openTab({ store: wrap = (store: BoardStore) => store } = {}) {
  const onStale = vi.fn()
  const storage: boolean[] = []
  const store = await openBoardStore(factory, 'board-one', () => undefined)
  const stored = await store.readAll()
  const copy = openDeviceCopy({
    ...{ store: wrap(store), stored, onStale, nowMs: () => 1_000 },
    onStorage: (isKept) => storage.push(isKept),
  })
  const records = openBoardRecords(copy.doc)
  records.map.observeDeep((events, transaction) => {
    if (transaction.origin !== server) copy.changedHere(touchedParts(records.map, events))
  })
  const write = (act: () => void) => copy.doc.transact(act)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await copy.close()
    store.close()
  }
  ends.push(close)
  return { copy, records, stored, storage, onStale, write, close }
}

/** What the server has of every board. */
function fromServer(copy: DeviceCopy) {
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  doc.transact(() => {
    for (const record of rootRecords) records.put(record)
  })
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(doc), server)
}

const words = (tab: Awaited<ReturnType<typeof openTab>>) =>
  tab.records
    .readAll()
    .filter(({ type }) => type === 'note')
    .map(({ props }) => plainText(props?.richText))
    .sort()

describe('the copy of a board', () => {
  test('[CN12] is there in the next visit, with what the server has not saved', async () => {
    const first = await openTab()
    expect(first.copy.isWhole).toBe(false)
    fromServer(first.copy)
    first.write(() => first.records.put(note('a', 'one')))
    first.write(() => first.records.put(note('b', 'two')))
    first.copy.saved(['shape:a'])
    await first.close()

    const second = await openTab()
    expect(second.copy.isWhole).toBe(true)
    expect(words(second)).toEqual(['one', 'two'])
    expect(second.copy.unsavedIds).toEqual(['shape:b'])
  })

  test('has a change and its note in the journal, or neither of them', async () => {
    const first = await openTab({
      store: (store) => ({ ...store, write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }),
    })
    fromServer(first.copy)
    first.write(() => first.records.put(note('a', 'one')))
    await first.copy.flush()
    expect(first.storage).toEqual([false])
    const second = await openTab()
    expect(second.stored.updates).toEqual([])
    expect(second.copy.unsavedIds).toEqual([])
  })

  test('is made whole when the device takes it again', async () => {
    let isFull = true
    const first = await openTab({
      store: (store) => ({
        ...store,
        write: (...args) =>
          isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : store.write(...args),
      }),
    })
    fromServer(first.copy)
    first.write(() => first.records.put(note('a', 'one')))
    await first.copy.flush()
    isFull = false
    first.write(() => first.records.put(note('b', 'two')))
    await first.copy.flush()
    expect(first.storage).toEqual([false, true])
    await first.close()
    const second = await openTab()
    expect(words(second)).toEqual(['one', 'two'])
    expect([...second.copy.unsavedIds].sort()).toEqual(['shape:a', 'shape:b'])
  })

  test('shared by two tabs has what either wrote, and each strikes out only what it knows to be saved', async () => {
    const first = await openTab()
    fromServer(first.copy)
    first.write(() => first.records.put(note('a', 'one')))
    await first.copy.flush()
    const second = await openTab()
    second.write(() => second.records.put(note('b', 'two')))
    await second.copy.flush()
    // Changed again after the second tab has read the journal.
    first.write(() => first.records.change(note('a', 'one'), note('a', 'one', { color: 'red' })))
    await first.copy.flush()
    second.copy.saved(['shape:a', 'shape:b'])
    await second.close()
    await first.close()

    const third = await openTab()
    expect(words(third)).toEqual(['one', 'two'])
    expect(third.copy.unsavedIds).toEqual(['shape:a'])
  })

  test('of many updates becomes one, and stays the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = await openTab()
    fromServer(first.copy)
    for (let i = 0; i < 310; i += 1) {
      first.write(() => first.records.put(note(`n${i % 7}`, `words ${i}`)))
      await first.copy.flush()
    }
    const before = words(first)
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()
    await first.close()
    const second = await openTab()
    expect(second.stored.updates.length).toBeLessThan(20)
    expect(words(second)).toEqual(before)
  })
})

describe('what the server will not take', () => {
  test('is taken out of the journal as it was written here', async () => {
    const tab = await openTab()
    fromServer(tab.copy)
    tab.write(() => tab.records.put(note('a', 'one')))
    tab.write(() => tab.records.put(note('b', 'two')))
    const items = await tab.copy.setAside('invalid', ['shape:b'], 'goes-on')
    expect(items.map(({ shape, reason }) => [plainText(shape.record.props?.richText), reason])).toEqual([
      ['two', 'invalid'],
    ])
    await tab.close()
    const next = await openTab()
    expect(next.stored.aside).toEqual(items)
    expect(next.copy.unsavedIds).toEqual(['shape:a'])
  })

  test('leaves an empty copy behind where the board begins afresh', async () => {
    const tab = await openTab()
    fromServer(tab.copy)
    tab.write(() => tab.records.put(note('a', 'one')))
    expect(await tab.copy.setAside('restored', 'all', 'begins-afresh')).toHaveLength(1)
    // The old document is of no use any more.
    tab.write(() => tab.records.put(note('b', 'two')))
    await tab.close()
    const next = await openTab()
    expect(next.copy.isWhole).toBe(false)
    expect(next.copy.unsavedIds).toEqual([])
    expect(next.stored.aside).toHaveLength(1)
  })

  test('is kept aside once, by whichever of two tabs comes first', async () => {
    const first = await openTab()
    fromServer(first.copy)
    first.write(() => first.records.put(note('a', 'one')))
    await first.copy.flush()
    const second = await openTab()
    second.write(() => second.records.put(note('b', 'two')))
    await second.copy.flush()

    expect(await second.copy.setAside('restored', 'all', 'begins-afresh')).toHaveLength(2)
    expect(await first.copy.setAside('restored', 'all', 'begins-afresh')).toEqual([])
    const third = await openTab()
    expect(third.stored.aside).toHaveLength(2)
    expect(third.stored.generation).toBe(1)
  })

  test('a tab that was not told that the board began afresh learns it with its next change, which is not lost', async () => {
    const first = await openTab()
    fromServer(first.copy)
    await first.copy.flush()
    const second = await openTab()
    await second.copy.setAside('restored', 'all', 'begins-afresh')

    first.write(() => first.records.put(note('a', 'late')))
    await first.copy.flush()
    expect(first.onStale).toHaveBeenCalledOnce()
    expect(await first.copy.setAside('restored', 'all', 'begins-afresh')).toHaveLength(1)
    const third = await openTab()
    expect(third.stored.updates).toEqual([])
    expect(third.stored.aside.map(({ shape }) => shape.record.id)).toEqual(['shape:a'])
  })

  test('of what was removed here nothing is kept', async () => {
    const tab = await openTab()
    fromServer(tab.copy)
    tab.write(() => tab.records.put(note('a', 'one')))
    tab.write(() => tab.records.remove('shape:a'))
    expect(await tab.copy.setAside('restored', 'all', 'begins-afresh')).toEqual([])
  })
})

test('a device that keeps nothing is no reason to lose what was written in the tab', async () => {
  const copy = openDeviceCopy({
    ...{ store: undefined, stored: undefined, nowMs: () => 1, onStorage: () => undefined, onStale: () => undefined },
  })
  const records = openBoardRecords(copy.doc)
  copy.doc.transact(() => records.put(note('a', 'one')))
  copy.changedHere(new Map([['shape:a', new Set(['shape:a'])]]))
  expect(await copy.setAside('restored', 'all', 'begins-afresh')).toHaveLength(1)
  await copy.close()
})
