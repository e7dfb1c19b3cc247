import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { maxRecordBytes } from '#shared/limits.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { createMemoryBoardLog } from '../../storage/memory/memory-board-log.ts'
import { binding, frame, note, zone } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { type SyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

const zoneRecord = zone('shape:zone')
const noteRecord = note('shape:note', 'hello', { meta: { by: 'ana' } })

let server: SyncServer
let witness: RawClient
beforeEach(async () => {
  const log = createMemoryBoardLog()
  const bytes = encodeNewBoard([zoneRecord, noteRecord])
  await log.append([{ boardId: testBoardId, epoch: 1, bytes, participantId: null, atMs: 0, isEdit: false }])
  server = await syncServerForThisTest({ log, isStoredFile: (_boardId, source) => source.includes('aaaa') })
  witness = await connect('ana')
})

const connect = (token: string) => connectForThisTest(server.url, token)

/** Waits until everything that was sent before has been dealt with and told. */
async function settled(sender: RawClient) {
  sender.edit((records) => records.put(note('shape:marker', `${Math.random()}`)))
  const marker = sender.records.read('shape:marker')
  await until('the marker', () => JSON.stringify(witness.records.read('shape:marker')) === JSON.stringify(marker))
}

async function stored(id: string): Promise<BoardRecord | undefined> {
  return (await server.rooms.readRecords(testBoardId)).find((record) => record.id === id)
}

describe('what is not valid', () => {
  test.each([
    ['a new record', (id: string) => ({ ...note(id, ''), props: { smuggled: 'SMUGGLED-BYTES' } })],
    ['a new record of an unknown type', (id: string) => ({ ...note(id, ''), typeName: 'SMUGGLED-BYTES' })],
    ['a film', (id: string) => ({ ...note(id, ''), type: 'video', props: { url: 'SMUGGLED-BYTES' } })],
  ])('[CH1] %s is removed before anybody sees a byte of it', async (_case, make) => {
    const ben = await connect('ben')
    ben.edit(({ map }) => map.set('shape:bad', make('shape:bad')))
    await until('the notice', () => ben.notices.length > 0)
    expect(ben.notices).toEqual([{ code: 'taken_back', reason: 'invalid', recordIds: ['shape:bad'] }])
    await settled(ben)
    expect(ben.records.has('shape:bad')).toBe(false)
    expect(witness.records.has('shape:bad')).toBe(false)
    expect(witness.hasHeard('SMUGGLED')).toBe(false)
    const late = await connect('vera')
    expect(late.hasHeard('SMUGGLED')).toBe(false)
    expect(await stored('shape:bad')).toBeUndefined()
  })

  test.each([
    ['a base written over', (ben: RawClient) => ben.edit(({ map }) => map.set('shape:note', 'SMUGGLED-BYTES'))],
    [
      'a base of another kind',
      (ben: RawClient) => ben.edit(({ map }) => map.set('shape:note', { ...noteRecord, type: 'SMUGGLED-BYTES' })),
    ],
    ['a prop', (ben: RawClient) => ben.edit(({ map }) => map.set('shape:note/props.color', 'SMUGGLED-BYTES'))],
    [
      'a prop that does not exist',
      (ben: RawClient) => ben.edit(({ map }) => map.set('shape:note/props.x', 'SMUGGLED')),
    ],
    ['a place', (ben: RawClient) => ben.edit(({ map }) => map.set('shape:note/at', ['SMUGGLED', 0, 0, 'page:page']))],
  ])('[CH1] %s is put back as it was', async (_case, write) => {
    const ben = await connect('ben')
    write(ben)
    await until('the notice', () => ben.notices.length > 0)
    await settled(ben)
    for (const person of [ben, witness]) expect(person.records.read('shape:note')).toEqual(noteRecord)
    expect(await stored('shape:note')).toEqual(noteRecord)
    expect(witness.hasHeard('SMUGGLED')).toBe(false)
  })

  test('[CH1] what else was in the same update stays', async () => {
    const ben = await connect('ben')
    ben.edit((records) => {
      records.put(note('shape:good', 'good'))
      records.map.set('shape:bad', { ...note('shape:bad', ''), x: 'left' })
    })
    await settled(ben)
    expect(witness.records.read('shape:good')).toEqual(note('shape:good', 'good'))
    expect(witness.records.has('shape:bad')).toBe(false)
  })

  test('[CH7] a picture from another host, or that nobody stored, is removed', async () => {
    const image = (id: string, src: string) => ({
      id,
      typeName: 'asset',
      type: 'image',
      meta: {},
      props: { name: 'a', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
    })
    const ben = await connect('ben')
    const hash = (letter: string) => `asset:${letter.repeat(64)}.png`
    ben.edit((records) => {
      records.put(image('asset:foreign', 'https://evil.example/a.png'))
      records.put(image('asset:unknown', hash('b')))
      records.put(image('asset:ours', hash('a')))
    })
    await settled(ben)
    expect(witness.records.ids().filter((id) => id.startsWith('asset'))).toEqual(['asset:ours'])
  })

  test('[CH8] a record above the limit is taken back and the limit named', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.put(note('shape:large', 'x'.repeat(maxRecordBytes))))
    await until('the notice', () => ben.notices.length > 0)
    expect(ben.notices).toEqual([{ code: 'limit', limit: 'maxRecordBytes', recordIds: ['shape:large'] }])
    await settled(ben)
    expect(witness.records.has('shape:large')).toBe(false)
  })
})

describe('the template layer', () => {
  test.each([
    ['moved', (ben: RawClient) => ben.edit((r) => r.change(zoneRecord, { ...zoneRecord, x: 999 }))],
    ['deleted', (ben: RawClient) => ben.edit((r) => r.remove('shape:zone'))],
    ['written over', (ben: RawClient) => ben.edit((r) => r.put({ ...zoneRecord, y: 999 }))],
    ['turned into a note', (ben: RawClient) => ben.edit((r) => r.put(note('shape:zone', 'mine')))],
  ])('[CH2] is put back when a participant has %s a zone', async (_case, write) => {
    const ben = await connect('ben')
    write(ben)
    await until('the notice', () => ben.notices.length > 0)
    expect(ben.notices).toEqual([{ code: 'taken_back', reason: 'template_layer', recordIds: ['shape:zone'] }])
    await settled(ben)
    for (const person of [ben, witness]) expect(person.records.read('shape:zone')).toEqual(zoneRecord)
  })

  test('[CH2] takes no new zone from a participant, and any change from a facilitator', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.put(zone('shape:mine')))
    await settled(ben)
    expect(witness.records.has('shape:mine')).toBe(false)
    const fay = await connect('fay')
    const hers = zone('shape:hers')
    fay.edit((records) => {
      records.change(zoneRecord, { ...zoneRecord, x: 42 })
      records.put({ ...hers, props: { ...hers.props, key: 'hers' }, x: 1_000 })
    })
    await settled(fay)
    expect(witness.records.read('shape:zone')?.x).toBe(42)
    expect(witness.records.has('shape:hers')).toBe(true)
  })

  test('[CH2] lets everybody put a note into a zone and take it out', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.change(noteRecord, { ...noteRecord, parentId: 'shape:zone' }))
    await settled(ben)
    expect(witness.records.read('shape:note')?.parentId).toBe('shape:zone')
    expect(ben.notices).toEqual([])
  })

  test("[CH10] is not opened by somebody else's rights: what waited is a participant's when it is completed", async () => {
    const ben = await connect('ben')
    const updates: Uint8Array[] = []
    ben.doc.on('update', (update: Uint8Array) => updates.push(update))
    ben.doc.transact(() => ben.records.put(note('shape:first', '')))
    ben.doc.transact(() => ben.records.put(zone('shape:smuggled')))
    const [first, second] = updates
    if (!first || !second) throw new Error('two updates were expected')
    ben.sendUpdate(second)
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
    expect(witness.hasHeard('smuggled')).toBe(false)
    const fay = await connect('fay')
    fay.sendUpdate(first)
    await settled(fay)
    expect(witness.records.has('shape:first')).toBe(true)
    expect(witness.records.has('shape:smuggled')).toBe(false)
  })
})

describe('what would not hold together', () => {
  test('[CH3] a circle of parents is undone', async () => {
    const ben = await connect('ben')
    const outer = frame('shape:outer')
    const inner = frame('shape:inner', { parentId: 'shape:outer' })
    ben.edit((records) => {
      records.put(outer)
      records.put(inner)
    })
    ben.edit((records) => records.change(outer, { ...outer, parentId: 'shape:inner' }))
    await until('the notice', () => ben.notices.length > 0)
    expect(ben.notices).toEqual([{ code: 'taken_back', reason: 'unsound', recordIds: ['shape:outer'] }])
    await settled(ben)
    expect(witness.records.read('shape:outer')).toEqual(outer)
    expect(witness.records.read('shape:inner')).toEqual(inner)
  })

  test('[CH3] a note put into a frame that somebody deletes meanwhile stays where people saw it', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.put(frame('shape:frame', { x: 100, y: 50 })))
    await until('the frame', () => witness.records.has('shape:frame'))
    const inside = note('shape:in', 'kept', { x: 10, y: 5, parentId: 'shape:frame' })
    ben.edit((records) => records.put(inside))
    witness.edit((records) => records.remove('shape:frame'))
    await settled(ben)
    await until('the frame to be gone', () => !witness.records.has('shape:frame'))
    await until('the lifted note', () => witness.records.read('shape:in')?.parentId === 'page:page')
    expect(witness.records.read('shape:in')).toEqual({ ...inside, x: 110, y: 55, parentId: 'page:page' })
  })

  test('[CH3] what is put back into a frame that the same update deletes is lifted out of it', async () => {
    const ben = await connect('ben')
    const inside = note('shape:in', '', { x: 10, y: 5, parentId: 'shape:frame' })
    ben.edit((records) => {
      records.put(frame('shape:frame', { x: 100, y: 50 }))
      records.put(inside)
    })
    ben.edit((records) => {
      records.remove('shape:frame')
      records.map.set('shape:in/opacity', 'SMUGGLED')
    })
    await settled(ben)
    expect(witness.records.has('shape:frame')).toBe(false)
    expect(witness.records.read('shape:in')).toEqual({ ...inside, x: 110, y: 55, parentId: 'page:page' })
  })

  test('[CH3] a binding without one of its ends is removed', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.put(binding('binding:b', 'shape:note', 'shape:nowhere')))
    await until('the notice', () => ben.notices.length > 0)
    await settled(ben)
    expect(witness.records.has('binding:b')).toBe(false)
  })

  test('[CH3] a binding goes with the shape it was bound to', async () => {
    const ben = await connect('ben')
    ben.edit((records) => {
      records.put(note('shape:end', ''))
      records.put(binding('binding:b', 'shape:note', 'shape:end'))
    })
    await settled(ben)
    expect(witness.records.has('binding:b')).toBe(true)
    ben.edit((records) => records.remove('shape:end'))
    await until('the binding to be gone', () => !witness.records.has('binding:b'))
  })

  test('[CH4] the document and its first page cannot be deleted, even by a facilitator', async () => {
    const fay = await connect('fay')
    fay.edit((records) => {
      records.remove('document:document')
      records.remove('page:page')
    })
    await settled(fay)
    expect(witness.records.has('document:document')).toBe(true)
    expect(witness.records.has('page:page')).toBe(true)
    expect(await stored('page:page')).toBeDefined()
  })
})

describe('who made a shape', () => {
  test('[CH5] is corrected when an update claims somebody else', async () => {
    const ben = await connect('ben')
    ben.edit((records) => {
      records.put(note('shape:mine', '', { meta: { by: 'ben' } }))
      records.put(note('shape:claimed', '', { meta: { by: 'ana' } }))
      records.put(note('shape:unsaid', ''))
    })
    ben.edit((records) => records.change(noteRecord, { ...noteRecord, meta: { by: 'ben' } }))
    await settled(ben)
    const makerOf = (id: string) => witness.records.read(id)?.meta?.by
    expect(['shape:mine', 'shape:claimed', 'shape:unsaid', 'shape:note'].map(makerOf)).toEqual([
      'ben',
      'ben',
      undefined,
      'ana',
    ])
    expect(ben.notices).toEqual([])
  })

  test('[CH5] stays when somebody else undoes a deletion', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.remove('shape:note'))
    await until('the note to be gone', () => !witness.records.has('shape:note'))
    ben.edit((records) => records.put(noteRecord))
    await settled(ben)
    expect(witness.records.read('shape:note')).toEqual(noteRecord)
  })

  test('[CH5] stays, too, when the board has left memory between the deletion and its undoing', async () => {
    const ben = await connect('ben')
    ben.edit((records) => records.remove('shape:note'))
    await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
    for (const person of [witness, ben]) person.stop()
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    witness = await connect('ana')
    const back = await connect('ben')
    expect(back.records.has('shape:note')).toBe(false)
    back.edit((records) => records.put(noteRecord))
    await settled(back)
    expect(witness.records.read('shape:note')).toEqual(noteRecord)
    const his = await server.rooms.removeMadeBy(testBoardId, 'ben', 'fay')
    expect(his.map(({ id }) => id)).toEqual(['shape:marker'])
  })
})

describe('a viewer', () => {
  test('[CH6] changes nothing, is told so, and everybody else hears nothing of it', async () => {
    const vera = await connect('vera')
    vera.edit((records) => records.put(note('shape:v', 'VIEWER-BYTES')))
    vera.send(encodeSync('step2', Y.encodeStateAsUpdate(vera.doc)))
    await until('both frames to be dealt with', () => vera.saved.some(({ count }) => count === 2))
    expect(vera.notices).toEqual([{ code: 'read_only' }, { code: 'read_only' }])
    await settled(await connect('ben'))
    expect(witness.hasHeard('VIEWER-BYTES')).toBe(false)
    expect(await stored('shape:v')).toBeUndefined()
  })

  test('[CH6] who has written nothing is not told off for answering the server', async () => {
    const vera = await connect('vera')
    vera.send(encodeSync('step2', Y.encodeStateAsUpdate(vera.doc)))
    await until('the frame to be dealt with', () => vera.saved.some(({ count }) => count === 1))
    expect(vera.notices).toEqual([])
  })
})

describe('a record written whole', () => {
  test('[CH9] by a client that knows no overlays gets a text that merges', async () => {
    const ben = await connect('ben')
    const written = note('shape:whole', 'from a stock client')
    ben.edit(({ map }) => map.set('shape:whole', written))
    await until('the merging text', () => witness.records.text('shape:whole'))
    expect(witness.records.read('shape:whole')).toEqual(written)
    expect(witness.records.map.get('shape:whole/text')).toBeInstanceOf(Y.XmlFragment)
  })
})
