import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { NewCheckpoint } from '../../domain/checkpoint/checkpoint.ts'
import type { Restored } from '../../domain/room/restore-board.ts'
import { createMemoryBoardLog } from '../../storage/memory/memory-board-log.ts'
import { note } from '../../testing/board-content.ts'
import { createFailingBoardLog, type FailingBoardLog } from '../../testing/failing-board-log.ts'
import { connectForThisTest, connectStockForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { hurriedClock } from '../../testing/hurried-clock.ts'
import type { connectRaw, RawClient } from '../../testing/raw-client.ts'
import { stockVersions } from '../../testing/stock-client.ts'
import { type SyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let log: FailingBoardLog
let server: SyncServer
beforeEach(async () => {
  log = createFailingBoardLog(createMemoryBoardLog())
  server = await syncServerForThisTest({ log })
})

/** A question that is answered at once: by then the server has read what was sent before it. */
const queryAwareness = Uint8Array.of(MessageType.queryAwareness)
const restoration = { title: 'Before voting', copiedAtMs: 7, byName: 'Fay' }
const checkpointed = [...rootRecords, note('shape:kept', 'was there then')]
const keep = async (records: readonly BoardRecord[]): Promise<NewCheckpoint> => ({
  id: 'before',
  boardId: testBoardId,
  kind: 'before_restore',
  title: null,
  createdAtMs: 8,
  createdBy: 'fay',
  createdByName: 'Fay',
  shapeCount: records.length,
  bytes: 0,
  contents: new TextEncoder().encode(JSON.stringify(records)),
})

function restore(records: readonly BoardRecord[] = checkpointed): Promise<Restored> {
  return server.rooms.restore(testBoardId, { records, restoration, participantId: 'fay', keep })
}
const keptBefore = (restored: Restored): BoardRecord[] =>
  JSON.parse(new TextDecoder().decode(restored.before?.contents ?? new Uint8Array()))

const join = (token: string, options: Parameters<typeof connectRaw>[2] = {}) =>
  connectForThisTest(server.url, token, options)
/** Somebody who writes a note and waits until it is durable. */
async function writer(token: string, id: string): Promise<RawClient> {
  const client = await join(token)
  client.edit((records) => records.put(note(id, `by ${token}`)))
  await until('the acknowledgement', () => client.saved.some(({ count }) => count === 1))
  return client
}
const onTheBoard = async () => (await server.rooms.readRecords(testBoardId)).map(({ id }) => id).sort()
const restoredIds = checkpointed.map(({ id }) => id).sort()
const restoredNotice = { code: 'restored', title: 'Before voting', createdAtMs: 7, by: 'Fay' }

describe('restoring a board', () => {
  test('[EP1] tells everybody on it why, sends them away, and shows those who come next what was restored', async () => {
    const ana = await writer('ana', 'shape:ana')
    const ben = await join('ben')
    const stock = await join('fay', { isExtended: false })
    await restore()
    for (const person of [ana, ben, stock]) {
      expect(await until('the close', () => person.closed)).toEqual(closeCodes.freshDocumentNeeded)
    }
    expect(ana.notices).toEqual([restoredNotice])
    expect(ben.notices).toEqual([restoredNotice])
    expect(stock.notices).toEqual([])
    const next = await join('ana')
    expect(next.records.ids().sort()).toEqual(restoredIds)
    expect(await onTheBoard()).toEqual(restoredIds)
  })

  test('[EP1] keeps what was received before it, in the checkpoint that it leaves behind', async () => {
    const ana = await join('ana')
    const release = log.hold()
    ana.edit((records) => records.put(note('shape:last', 'just before')))
    const heard = ana.frames.length
    ana.send(queryAwareness)
    await until('the answer to what was sent after it', () => ana.frames.length > heard)
    const restored = restore()
    release()
    expect(keptBefore(await restored).map(({ id }) => id)).toContain('shape:last')
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.freshDocumentNeeded)
    expect(ana.saved.at(-1)?.count).toBe(1)
  })

  test('[EP1] makes those who want to open the board wait for it', async () => {
    const ana = await writer('ana', 'shape:ana')
    const release = log.hold()
    const restored = restore()
    const waiting = await Promise.all([join('ben', { isSynced: false }), join('vera', { isSynced: false })])
    for (const person of waiting) person.send(encodeSync('step1', Y.encodeStateVector(person.doc)))
    const read = onTheBoard()
    release()
    await restored
    for (const person of waiting) {
      await until('the restored board', () => person.records.has('shape:kept'))
      expect(person.records.ids().sort()).toEqual(restoredIds)
    }
    expect(await read).toEqual(restoredIds)
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.freshDocumentNeeded)
  })

  test('[EP1] of a board that nobody has open works the same', async () => {
    const ana = await writer('ana', 'shape:ana')
    ana.stop()
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    expect(keptBefore(await restore()).map(({ id }) => id)).toContain('shape:ana')
    expect(await onTheBoard()).toEqual(restoredIds)
  })

  test('[EP1] twice at once ends in the later of the two', async () => {
    await writer('ana', 'shape:ana')
    const [first, second] = await Promise.all([restore(), restore(rootRecords)])
    expect([first.epoch, second.epoch]).toEqual([2, 3])
    expect(
      keptBefore(second)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(restoredIds)
    expect(await onTheBoard()).toEqual(rootRecords.map(({ id }) => id).sort())
  })

  test('[EP1] again while it is being restored makes those who come in between wait for both', async () => {
    await writer('ana', 'shape:ana')
    const release = log.hold()
    const restored = [restore(), restore(rootRecords)]
    const ben = await join('ben', { isSynced: false })
    ben.send(encodeSync('step1', Y.encodeStateVector(ben.doc)))
    const read = onTheBoard()
    release()
    await Promise.all(restored)
    await until('the restored board', () => ben.records.has('page:page'))
    expect(await read).toEqual(rootRecords.map(({ id }) => id).sort())
    expect(ben.records.ids().sort()).toEqual(await read)
  })

  test('[EP1, SY10] that comes to nothing leaves one room, also where somebody opened the board meanwhile', async () => {
    const ana = await join('ana')
    log.setFull(true)
    ana.edit((records) => records.put(note('shape:waiting', 'not stored yet')))
    await until('word that it is not stored', () => ana.saved.some(({ isStoreWritable }) => !isStoreWritable))
    const room = server.rooms.live(testBoardId)
    const restored = restore()
    const opened = server.rooms.open(testBoardId)
    await expect(restored).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(await opened).toBe(room)
    log.setFull(false)
    const ben = await join('ben')
    await until('what was waiting', () => ben.records.has('shape:waiting'))
  })

  test('[EP1, SY7] that comes to nothing after everybody has left lets the board be opened again', async () => {
    const ana = await join('ana')
    const release = log.hold()
    ana.edit((records) => records.put(note('shape:last', 'just before')))
    const heard = ana.frames.length
    ana.send(queryAwareness)
    await until('the answer to what was sent after it', () => ana.frames.length > heard)
    ana.stop()
    await until('nobody to be here', () => server.rooms.peopleHere(testBoardId) === 0)
    const failingKeep = (records: readonly BoardRecord[]) => {
      log.setFull(true)
      return keep(records)
    }
    const request = { records: checkpointed, restoration, participantId: 'fay', keep: failingKeep }
    const restored = server.rooms.restore(testBoardId, request)
    release()
    await expect(restored).rejects.toMatchObject({ code: 'store_unavailable' })
    log.setFull(false)
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    expect((await join('ben')).records.has('shape:last')).toBe(true)
  })

  test('[SY12] that the store does not come to keeps no server from stopping', async () => {
    const hurried = await syncServerForThisTest({ log, clock: hurriedClock(100) })
    const release = log.hold()
    const restored = hurried.rooms.restore(testBoardId, {
      records: checkpointed,
      restoration,
      participantId: 'fay',
      keep,
    })
    expect(await hurried.rooms.drain()).toBe(false)
    release()
    await restored
  })

  test('[EP7] is taken back by restoring what was there before', async () => {
    await writer('ana', 'shape:ana')
    const before = await onTheBoard()
    await restore(keptBefore(await restore()))
    expect(await onTheBoard()).toEqual(before)
    const again = await join('ben')
    expect(again.records.read('shape:ana')).toMatchObject(note('shape:ana', 'by ana'))
  })

  test('[EP4] that the store does not take leaves the board as it was, and everybody comes back to it', async () => {
    const ana = await writer('ana', 'shape:ana')
    log.setFull(true)
    await expect(restore()).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.cannotOpen)
    log.setFull(false)
    const back = await join('ana')
    expect(back.records.has('shape:ana')).toBe(true)
    back.edit((records) => records.put(note('shape:more', 'goes on')))
    await until('the acknowledgement', () => back.saved.some(({ count }) => count === 1))
  })
})

describe('a device of an epoch that is over', () => {
  /** A device that has the board of the first epoch and no line; the board is restored meanwhile. */
  async function offlineDevice(): Promise<Y.Doc> {
    const ana = await writer('ana', 'shape:undone')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc))
    ana.stop()
    await restore()
    return doc
  }
  function edit(doc: Y.Doc, record: BoardRecord): void {
    const records = openBoardRecords(doc)
    doc.transact(() => records.put(record))
    records.close()
  }

  test.each(stockVersions)(
    '[EP2] with stock y-websocket %s pushes nothing of the undone future back',
    async (version) => {
      const doc = await offlineDevice()
      edit(doc, note('shape:offline', 'written without a line'))
      const stock = await connectStockForThisTest(server.url, 'ana', { version, doc, isSynced: false })
      // 3.1 stops at the first; the others come back for ever, and are sent away for ever.
      const times = version === '3.1' ? 1 : 3
      await until('to be sent away', () => stock.closeCodes.length >= times)
      expect(new Set(stock.closeCodes)).toEqual(new Set([closeCodes.freshDocumentNeeded.code]))
      if (version === '3.1') expect(stock.provider.shouldConnect).toBe(false)
      expect(await onTheBoard()).toEqual(restoredIds)
    },
  )

  test('[EP2] is known by its state vector, before it is shown anything', async () => {
    const doc = await offlineDevice()
    const client = await join('ana', { isSynced: false })
    client.send(encodeSync('step1', Y.encodeStateVector(doc)))
    expect(await until('the close', () => client.closed)).toEqual(closeCodes.freshDocumentNeeded)
    expect(client.notices).toEqual([restoredNotice])
    expect(client.records.ids()).toEqual([])
  })

  test.each(['step2', 'update'] as const)('[EP2] is known by a %s that it sends first', async (kind) => {
    const doc = await offlineDevice()
    const client = await join('ana', { isSynced: false })
    client.send(encodeSync(kind, Y.encodeStateAsUpdate(doc)))
    expect(await until('the close', () => client.closed)).toEqual(closeCodes.freshDocumentNeeded)
    expect(await onTheBoard()).toEqual(restoredIds)
  })

  test.each([
    ['changed a note', (doc: Y.Doc) => edit(doc, { ...note('shape:undone', 'changed'), x: 5 })],
    [
      'wrote into a note',
      (doc: Y.Doc) =>
        openBoardRecords(doc)
          .text('shape:undone')
          ?.insert(0, [new Y.XmlText('x')]),
    ],
    ['removed a note', (doc: Y.Doc) => doc.transact(() => openBoardRecords(doc).remove('shape:undone'))],
  ])('[EP2] is known by a new client’s edit alone, when somebody there %s', async (_name, act) => {
    const doc = await offlineDevice()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    act(doc)
    const client = await join('ana', { isSynced: false })
    for (const update of updates) client.send(encodeSync('update', update))
    expect(await until('the close', () => client.closed)).toEqual(closeCodes.freshDocumentNeeded)
    expect(await onTheBoard()).toEqual(restoredIds)
  })

  test('[EP2] is known after a restart and a second restore, too, and for a viewer', async () => {
    const doc = await offlineDevice()
    await restore(rootRecords)
    await server.stop()
    server = await syncServerForThisTest({ log })
    for (const [token, frame] of [
      ['vera', encodeSync('step2', Y.encodeStateAsUpdate(doc))],
      ['ana', encodeSync('step1', Y.encodeStateVector(doc))],
    ] as const) {
      const client = await join(token, { isSynced: false })
      client.send(frame)
      expect(await until('the close', () => client.closed)).toEqual(closeCodes.freshDocumentNeeded)
    }
  })

  test('[EP2] is known by an update that the old epoch never took, because it waited for another', async () => {
    const ana = await join('ana')
    const stranger = new Y.Doc()
    const updates: Uint8Array[] = []
    stranger.on('update', (update: Uint8Array) => updates.push(update))
    edit(stranger, note('shape:first', 'first'))
    edit(stranger, note('shape:second', 'second'))
    ana.sendUpdate(updates[1] ?? new Uint8Array())
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    await restore()
    const client = await join('ben', { isSynced: false })
    client.send(encodeSync('step1', Y.encodeStateVector(stranger)))
    expect(await until('the close', () => client.closed)).toEqual(closeCodes.freshDocumentNeeded)
  })

  test.each(stockVersions)(
    '[EP3] that never had the board brings what was written on an empty one, with stock %s',
    async (version) => {
      await offlineDevice()
      const doc = new Y.Doc()
      edit(doc, note('shape:early', 'before the first line'))
      const stock = await connectStockForThisTest(server.url, 'ben', { version, doc })
      const reader = await join('fay')
      await until('the early note', () => reader.records.has('shape:early'))
      await until('the restored board', () => stock.records.has('shape:kept'))
      stock.edit((records) => records.put(note('shape:later', 'and goes on')))
      await until('the later note', () => reader.records.has('shape:later'))
    },
  )
})
