import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { createMemoryBoardLog } from '../../storage/memory/memory-board-log.ts'
import { note } from '../../testing/board-content.ts'
import { createFailingBoardLog, type FailingBoardLog } from '../../testing/failing-board-log.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { boardMember, type SyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let log: FailingBoardLog
let server: SyncServer
beforeEach(async () => {
  log = createFailingBoardLog(createMemoryBoardLog())
  server = await syncServerForThisTest({ log })
})
afterEach(() => log.setFull(false))

const connect = (token: string, isSynced = true) => connectForThisTest(server.url, token, { isSynced })

/** A board log whose loads wait until they are let go. */
function createSlowLog() {
  let letLoad = () => {}
  const isLoading = new Promise<void>((resolve) => {
    letLoad = resolve
  })
  const memory = createMemoryBoardLog()
  const load = async (boardId: string) => {
    await isLoading
    return memory.load(boardId)
  }
  return { slowLog: createFailingBoardLog({ ...memory, load }), letLoad }
}

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).filter((id) => id.startsWith('shape'))

/** Frames of one connection are dealt with in order: when its question is answered, what came before was taken. */
async function untilTaken(person: RawClient): Promise<void> {
  person.showState(person.doc.clientID, 1, {})
  person.send(Uint8Array.of(MessageType.queryAwareness))
  await until('the frames to be taken', () => person.awareness.has(person.doc.clientID))
}

describe('an update', () => {
  test('[SY3] is neither acknowledged, nor shown to anybody, nor served, before it is durable', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben')
    const letGo = log.hold()
    ana.edit((records) => records.put(note('shape:n', 'hello')))
    const vera = await connect('vera', false)
    vera.send(encodeSync('step1', Y.encodeStateVector(vera.doc)))
    const served = server.rooms.readRecords(testBoardId)
    let isServed = false
    served.then(() => {
      isServed = true
    })
    // Frames of one connection are dealt with in order, so an answer that needs no store says that the edit was taken.
    ana.showState(ana.doc.clientID, 1, { here: true })
    await until('her awareness', () => ben.awareness.has(ana.doc.clientID))
    expect({ saved: ana.saved, ben: ben.records.ids(), vera: vera.records.ids(), isServed }).toEqual({
      saved: [],
      ben: expect.not.arrayContaining(['shape:n']),
      vera: [],
      isServed: false,
    })
    letGo()
    await until('the note', () => ben.records.has('shape:n') && vera.records.has('shape:n'))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    expect(ids(await served)).toEqual(['shape:n'])
  })

  test('[SY4] gathers with others while a commit runs', async () => {
    const ana = await connect('ana')
    const before = log.appends
    const letGo = log.hold()
    for (let i = 0; i < 20; i += 1) ana.edit((records) => records.put(note(`shape:n${i}`, '')))
    await untilTaken(ana)
    letGo()
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 20))
    expect(log.appends - before).toBe(2)
  })

  test('[SY5] waits in memory while the store is full, reading goes on, and is saved when there is space', async () => {
    const ana = await connect('ana')
    ana.edit((records) => records.put(note('shape:before', '')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    log.setFull(true)
    ana.edit((records) => records.put(note('shape:while', '')))
    await until('"not saved"', () => ana.saved.some(({ isStoreWritable }) => !isStoreWritable))
    expect(Math.max(...ana.saved.map(({ count }) => count))).toBe(1)
    const ben = await connect('ben')
    expect(ids(ben.records.readAll())).toEqual(['shape:before'])
    expect(ids(await server.rooms.readRecords(testBoardId))).toEqual(['shape:before'])
    expect(server.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
    log.setFull(false)
    await until('the acknowledgement', () =>
      ana.saved.some(({ count, isStoreWritable }) => count === 2 && isStoreWritable),
    )
    await until('the note', () => ben.records.has('shape:while'))
  })

  test('[SY5] keeps nobody from opening the board in the very moment in which the store turns out to be full', async () => {
    const ana = await connect('ana')
    ana.edit((records) => records.put(note('shape:before', '')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    const letGo = log.hold()
    log.setFull(true)
    ana.edit((records) => records.put(note('shape:while', '')))
    await untilTaken(ana)
    const opening = connect('ben')
    const served = server.rooms.readRecords(testBoardId)
    letGo()
    expect(ids((await opening).records.readAll())).toEqual(['shape:before'])
    expect(ids(await served)).toEqual(['shape:before'])
  })

  test('[SY5] outlives the last person to leave while the store is full', async () => {
    const ana = await connect('ana')
    log.setFull(true)
    ana.edit((records) => records.put(note('shape:n', '')))
    await until('"not saved"', () => ana.saved.some(({ isStoreWritable }) => !isStoreWritable))
    ana.stop()
    await until('her to be gone', () => server.rooms.peopleHere(testBoardId) === 0)
    log.setFull(false)
    await until('the commit', () => log.appends > 1)
    expect(ids((await connect('ben')).records.readAll())).toEqual(['shape:n'])
  })

  test('[SY6] that came before its predecessor is kept across a snapshot and a restart, counted, asked for, and shown when complete', async () => {
    const writer = new Y.Doc()
    const updates: Uint8Array[] = []
    writer.on('update', (update: Uint8Array) => updates.push(update))
    for (const id of ['shape:1', 'shape:2', 'shape:3']) writer.getMap('records').set(id, note(id, ''))
    const [first, second, third] = updates
    if (!first || !second || !third) throw new Error('three updates were expected')

    const ana = await connect('ana')
    const asked = () => ana.frames.filter(([type, kind]) => type === 0 && kind === 0).length
    const askedBefore = asked()
    ana.sendUpdate(third)
    ana.sendUpdate(second)
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 2))
    expect(asked()).toBeGreaterThan(askedBefore)
    expect(server.rooms.waitingBoards()).toBe(1)
    const late = await connect('ben')
    expect(ids(late.records.readAll())).toEqual([])
    expect(late.doc.store.pendingStructs).toBeNull()

    await server.stop()
    await log.compact(testBoardId)
    server = await syncServerForThisTest({ log })
    const back = await connect('ana')
    const witness = await connect('ben')
    back.sendUpdate(first)
    await until('all three', () => ids(witness.records.readAll()).length === 3)
    expect(server.rooms.waitingBoards()).toBe(0)
    expect(ids((await connect('vera')).records.readAll()).sort()).toEqual(['shape:1', 'shape:2', 'shape:3'])
  })

  test('[SY15] that says nothing new is not stored again', async () => {
    const ana = await connect('ana')
    ana.edit((records) => records.put(note('shape:n', '')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    const before = await log.lastNumber(testBoardId)
    const ben = await connect('ben')
    ben.send(encodeSync('step2', Y.encodeStateAsUpdate(ben.doc)))
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
    expect(await log.lastNumber(testBoardId)).toBe(before)
  })
})

describe('a board', () => {
  test('[SY7] leaves memory after the last person and is the same when somebody comes back', async () => {
    const ana = await connect('ana')
    ana.edit((records) => records.put(note('shape:n', 'hello')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    ana.stop()
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    const back = await connect('ben')
    expect(back.records.read('shape:n')).toEqual(note('shape:n', 'hello'))
    expect(log.loads).toBe(2)
  })

  test('[SY9] that cannot be loaded is refused for later, and there when it can', async () => {
    log.setUnreadable(true)
    const refused = await connect('ana', false)
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.cannotOpen)
    expect(refused.frames).toEqual([])
    log.setUnreadable(false)
    expect((await connect('ana')).records.has('page:page')).toBe(true)
  })

  test('[SY10] opened by many at once is loaded once, and all of them share it', async () => {
    const { slowLog, letLoad } = createSlowLog()
    const slow = await syncServerForThisTest({ log: slowLog })
    const names = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 'ana' : 'ben'))
    const crowd = await Promise.all(names.map((name) => connectForThisTest(slow.url, name, { isSynced: false })))
    letLoad()
    crowd[0]?.edit((records) => records.put(note('shape:n', '')))
    for (const person of crowd) await until('the note', () => person.records.has('shape:n'))
    expect(slowLog.loads).toBe(1)
  })

  test('[SY11] takes what was sent while it was loading, in order', async () => {
    const { slowLog, letLoad } = createSlowLog()
    const slow = await syncServerForThisTest({ log: slowLog })
    const ana = await connectForThisTest(slow.url, 'ana', { isSynced: false })
    for (let i = 0; i < 50; i += 1) ana.edit((records) => records.put(note(`shape:n${i}`, '')))
    // Pings are answered by the socket itself, after all frames before them have been read.
    const ponged = new Promise((resolve) => ana.socket.once('pong', resolve))
    ana.socket.ping()
    await ponged
    letLoad()
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 50))
    expect(ids(await slow.rooms.readRecords(testBoardId))).toHaveLength(50)
  })

  test('[SY17] that fails over an update sends its sender away and the others back to what is stored, without it', async () => {
    const broken = await syncServerForThisTest({
      log,
      isStoredFile() {
        throw new Error('a bug of ours')
      },
    })
    const ana = await connectForThisTest(broken.url, 'ana')
    const ben = await connectForThisTest(broken.url, 'ben')
    ana.edit((records) => records.put(note('shape:n', '')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    const props = {
      name: '',
      src: `asset:${'a'.repeat(64)}.png`,
      w: 1,
      h: 1,
      mimeType: 'image/png',
      isAnimated: false,
    }
    ana.edit((records) => records.put({ id: 'asset:a', typeName: 'asset', type: 'image', meta: {}, props }))
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.unreadable)
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.cannotOpen)
    await until('the room to be gone', () => broken.rooms.liveBoards() === 0)
    const back = await connectForThisTest(broken.url, 'ben')
    expect(back.records.ids().sort()).toEqual(['document:document', 'page:page', 'shape:n'])
  })

  test('[CL8] refuses those who were sent away while it was loading', async () => {
    const { slowLog, letLoad } = createSlowLog()
    const slow = await syncServerForThisTest({ log: slowLog })
    const ana = await connectForThisTest(slow.url, 'ana', { isSynced: false })
    const ben = await connectForThisTest(slow.url, 'ben', { isSynced: false })
    slow.rooms.disconnect(testBoardId, 'removed', ({ participantId }) => participantId === 'ben')
    letLoad()
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.removed)
    await until('one person', () => slow.rooms.peopleHere(testBoardId) === 1)
    expect(ana.closed).toBeUndefined()
  })

  test('[SY12] commits what it has received and tells everybody to come back when the server stops', async () => {
    const ana = await connect('ana')
    const letGo = log.hold()
    ana.edit((records) => records.put(note('shape:last', '')))
    await untilTaken(ana)
    const drained = server.rooms.drain()
    letGo()
    await drained
    expect(await until('the close', () => ana.closed)).toEqual(closeCodes.goingAway)
    expect(ana.notices).toContainEqual({ code: 'going_away' })
    expect(ana.saved.at(-1)).toEqual({ count: 1, isStoreWritable: true })
    const refused = await connect('ben', false)
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.goingAway)
  })

  test('closes the connections of those who are sent away, and of nobody else', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben')
    server.rooms.disconnect(
      testBoardId,
      'removed',
      ({ participantId }) => participantId === boardMember('ben').participantId,
    )
    expect(await until('the close', () => ben.closed)).toEqual(closeCodes.removed)
    await until('one person', () => server.rooms.peopleHere(testBoardId) === 1)
    expect(ana.closed).toBeUndefined()
  })

  test('has a version that rises with every committed change, live or not', async () => {
    const ana = await connect('ana')
    const before = await server.rooms.versionOf(testBoardId)
    ana.edit((records) => records.put(note('shape:n', '')))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
    const after = await server.rooms.versionOf(testBoardId)
    expect(Number(after)).toBeGreaterThan(Number(before))
    ana.stop()
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    expect(await server.rooms.versionOf(testBoardId)).toBe(after)
  })
})
