import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import { allSaved, facilitatedBoard, startAlone, writerOn } from '../../testing/alone-facts.ts'
import { binding, frame, note, zone } from '../../testing/board-content.ts'
import { board, recordsOf } from '../../testing/facts.ts'
import { connectForThisTest } from '../../testing/for-this-test.ts'
import { program, socketUrl } from '../../testing/http-client.ts'
import { connectRaw, type RawClient } from '../../testing/raw-client.ts'
import { startOnCopyOf, startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { until } from '../../testing/until.ts'

let server: TestServer
let boardId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  const begun = await facilitatedBoard(server, (records) => {
    records.put(zone('shape:ideas', { x: 1_000, props: { ...zone('shape:ideas').props, w: 2_000, h: 1_500 } }))
    records.put(
      zone('shape:wall', { x: 4_000, props: { ...zone('shape:wall').props, key: 'wall', w: 2_000, h: 1_500 } }),
    )
  })
  begun.line.stop()
  boardId = begun.boardId
})

const reveal = (body: unknown, by = program(server)) => by.post(`/api/boards/${boardId}/session/reveal`, body)
const recordsOn = (on = server) => recordsOf(on, boardId)
async function shapesOn(on = server): Promise<BoardRecord[]> {
  return (await recordsOn(on)).filter(({ typeName, type }) => typeName === 'shape' && type !== 'zone')
}
const wordsOf = (records: readonly BoardRecord[]) =>
  records.flatMap(({ props }) => /"text":"([^"]*)"/.exec(JSON.stringify(props?.richText) ?? '')?.[1] ?? []).sort()
const inZone = (id: string, text: string, at: Partial<BoardRecord> = {}) =>
  note(id, text, { parentId: 'shape:ideas', x: 300, y: 700, ...at })
const aloneOf = (client: RawClient) => client.sessions.findLast(({ alone }) => alone)?.alone

describe('what somebody writes alone', () => {
  test('[WA1] comes to all her devices, and to nobody else', async () => {
    const ana = await writerOn(server, boardId)
    const ben = await writerOn(server, boardId)
    const [phone, laptop, bens] = [await ana.alone(), await ana.alone(), await ben.alone()]
    phone.edit((records) => records.put(inZone('shape:one', 'mine')))
    await allSaved(phone, 1)
    await until('her other device', () => laptop.records.has('shape:one'))
    const late = await ana.alone()
    expect(late.records.read('shape:one')).toMatchObject({ parentId: 'shape:ideas' })
    expect(bens.records.has('shape:one')).toBe(false)
    expect(await shapesOn()).toEqual([])
  })

  test('[WA1] is not served to who is not on the board, nor taken from a viewer', async () => {
    const stranger = await writerOn(server, (await board(server)).id)
    const url = socketUrl(server)
    const refused = await connectForThisTest(url, stranger.token, { boardId: `${boardId}/own`, isSynced: false })
    expect(refused.closed).toBeDefined()
    const viewer = await writerOn(server, boardId, 'viewer')
    const line = await viewer.alone()
    line.edit((records) => records.put(inZone('shape:v', 'no')))
    await until('the notice', () => line.notices.some(({ code }) => code === 'read_only'))
  })

  test('[WA2] shows nobody who writes or points, not even another device of hers', async () => {
    const ana = await writerOn(server, boardId)
    const [phone, laptop] = [await ana.alone(), await ana.alone()]
    phone.showState(phone.doc.clientID, 1, { isTyping: true })
    phone.edit((records) => records.put(inZone('shape:one', 'mine')))
    await until('her other device', () => laptop.records.has('shape:one'))
    expect(laptop.awareness.size).toBe(0)
    expect(laptop.sessions).toEqual([
      { version: 0, self: { participantId: ana.participantId, role: 'editor' }, people: [] },
    ])
    expect(laptop.hasHeard('isTyping')).toBe(false)
  })

  test('[WA3] lies on the page or in a zone of the board, and is nothing but single shapes', async () => {
    const ana = await writerOn(server, boardId)
    const line = await ana.alone()
    line.edit((records) => {
      records.put(note('shape:page', 'on the page'))
      records.put(inZone('shape:in', 'in a zone'))
      records.put(frame('shape:frame'))
      records.put(zone('shape:own_zone'))
      records.put(note('shape:lost', 'in what is not there', { parentId: 'shape:nowhere' }))
    })
    await until('what is taken back', () => !line.records.has('shape:frame'))
    expect(
      line.records
        .ids()
        .filter((id) => id.startsWith('shape:'))
        .sort(),
    ).toEqual(['shape:in', 'shape:page'])
    expect(line.records.read('shape:in')?.parentId).toBe('shape:ideas')
  })

  test('[WA3] lies in the zones of a step that is kept to them', async () => {
    const ana = await writerOn(server, boardId)
    await startAlone(server, boardId, { isKeptToZones: true, zones: ['wall'] })
    const line = await ana.alone()
    line.edit((records) => {
      records.put(inZone('shape:elsewhere', 'not here'))
      records.put(inZone('shape:here', 'here', { parentId: 'shape:wall' }))
    })
    await until('what is taken back', () => !line.records.has('shape:elsewhere'))
    expect(line.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:elsewhere'] }])
    expect(line.records.has('shape:here')).toBe(true)
  })

  test('[WA4] is counted by zone for everybody on the board, with neither ids nor names', async () => {
    const [ana, ben] = [await writerOn(server, boardId), await writerOn(server, boardId)]
    const watching = await ben.onBoard()
    await ben.onBoard({ isExtended: false })
    const lines = [await ana.alone(), await ben.alone()]
    for (const [i, line] of lines.entries()) {
      line.edit((records) => {
        records.put(inZone(`shape:a${i}`, 'one'))
        records.put(inZone(`shape:b${i}`, 'two', { parentId: 'shape:wall' }))
      })
    }
    await until('the count', () => JSON.stringify(aloneOf(watching)) === '{"ideas":2,"wall":2}')
    const fresh = await ben.onBoard()
    await until('the count of a newcomer', () => aloneOf(fresh)?.wall === 2)
    for (const { sessions } of [watching, fresh])
      for (const session of sessions) expect(JSON.stringify(session)).not.toContain('shape:')
    expect((await ana.http.get(`/api/boards/${boardId}/session/layer`)).body).toEqual({
      notesByZone: { ideas: 1, wall: 1 },
      isAnonymous: false,
    })
    expect(await reveal({ scope: 'zone', zone: 'wall' })).toMatchObject({ status: 200, body: { shapeCount: 2 } })
    await until('the count after it', () => JSON.stringify(aloneOf(watching)) === '{"ideas":2}')
  })
})

describe('a reveal', () => {
  test('[WA5] brings everything of everybody, once, and asking again brings nothing', async () => {
    const people = [await writerOn(server, boardId), await writerOn(server, boardId)]
    const watching = await people[0]?.onBoard()
    for (const [i, { alone }] of people.entries()) {
      const line = await alone()
      line.edit((records) => {
        records.put(inZone(`shape:n${i}`, `note ${i}`))
        records.put(inZone(`shape:m${i}`, `more ${i}`))
        records.put(note(`shape:arrow${i}`, '', { ...arrow, parentId: 'shape:ideas' }))
        records.put(binding(`binding:b${i}`, `shape:arrow${i}`, `shape:n${i}`))
      })
      await allSaved(line, 1)
      line.stop()
    }
    expect(await reveal({ scope: 'all' })).toMatchObject({ body: { shapeCount: 6 } })
    expect(await reveal({ scope: 'all' })).toMatchObject({ body: { shapeCount: 0 } })
    const records = await recordsOn()
    expect(wordsOf(records)).toEqual(['more 0', 'more 1', 'note 0', 'note 1'])
    expect(records.filter(({ typeName }) => typeName === 'binding')).toHaveLength(2)
    await until('a line that was there', () => watching?.records.has('shape:n1'))
  })

  test('[WA6] puts notes where they lie over nothing, says whose they are, and writes over nothing on the board', async () => {
    const [ana, ben] = [await writerOn(server, boardId), await writerOn(server, boardId)]
    const onBoard = await ben.onBoard()
    onBoard.edit((records) => records.put(inZone('shape:n0', 'was there before', { x: 900, y: 300 })))
    await allSaved(onBoard, 1)
    for (const { alone } of [ana, ben]) {
      const line = await alone()
      line.edit((records) => {
        for (let i = 0; i < 8; i += 1) records.put(inZone(`shape:n${i}`, `note ${i}`))
      })
      await allSaved(line, 1)
      line.stop()
    }
    await reveal({ scope: 'all' })
    const shapes = await shapesOn()
    expect(shapes).toHaveLength(17)
    for (const [i, one] of shapes.entries()) {
      expect(one.parentId).toBe('shape:ideas')
      for (const other of shapes.slice(i + 1)) {
        const isApart =
          Math.abs(Number(one.x) - Number(other.x)) >= 200 || Math.abs(Number(one.y) - Number(other.y)) >= 200
        expect(isApart, `${one.id} and ${other.id}`).toBe(true)
      }
    }
    expect(new Set(shapes.map(({ index }) => index)).size).toBe(17)
    expect(onBoard.records.read('shape:n0')).toMatchObject({ x: 900, y: 300 })
    expect(shapes.filter(({ meta }) => meta?.by === ana.participantId)).toHaveLength(8)
    expect(shapes.filter(({ meta }) => meta?.by === ben.participantId)).toHaveLength(8)
  })

  test('[WA8] is told on the line of the layer, which begins anew with what stays; an old copy is sent away', async () => {
    const ana = await writerOn(server, boardId)
    const line = await ana.alone()
    line.edit((records) => {
      records.put(inZone('shape:goes', 'goes'))
      records.put(inZone('shape:stays', 'stays'))
    })
    await allSaved(line, 1)
    const asked = await reveal({ scope: 'own', recordIds: ['shape:goes'] }, ana.http)
    expect(asked).toMatchObject({ status: 200, body: { shapeCount: 1 } })
    await until('the end of the line', () => line.closed)
    expect(line.notices).toEqual([{ code: 'revealed' }])
    expect(line.closed?.code).toBe(closeCodes.freshDocumentNeeded.code)
    expect(wordsOf(await shapesOn())).toEqual(['goes'])
    const fresh = await ana.alone()
    expect(fresh.records.ids().filter((id) => id.startsWith('shape:'))).toEqual(['shape:stays'])

    const old = await ana.alone({ isSynced: false })
    old.send(encodeSync('step1', Y.encodeStateVector(line.doc)))
    await until('the end of the old copy', () => old.closed)
    expect(old.closed?.code).toBe(closeCodes.freshDocumentNeeded.code)
    expect(old.notices).toEqual([{ code: 'revealed' }])
  })

  test('[WA8] leaves alone what comes later, until its author reveals it', async () => {
    const ana = await writerOn(server, boardId)
    const line = await ana.alone()
    line.edit((records) => records.put(inZone('shape:first', 'first')))
    await allSaved(line, 1)
    await reveal({ scope: 'all' })
    const late = await ana.alone()
    late.edit((records) => records.put(inZone('shape:late', 'late')))
    await allSaved(late, 1)
    expect(wordsOf(await shapesOn())).toEqual(['first'])
    expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ body: { shapeCount: 1 } })
    expect(wordsOf(await shapesOn())).toEqual(['first', 'late'])
  })

  test('[WA9] is for facilitators, and of one’s own for everybody else once the step is over', async () => {
    const [ana, viewer] = [await writerOn(server, boardId), await writerOn(server, boardId, 'viewer')]
    const line = await ana.alone()
    line.edit((records) => records.put(inZone('shape:one', 'one')))
    await allSaved(line, 1)
    for (const body of [{ scope: 'all' }, { scope: 'zone', zone: 'ideas' }])
      expect(await reveal(body, ana.http)).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
    expect(await reveal({ scope: 'own' }, viewer.http)).toMatchObject({ status: 403 })
    const fay = await startAlone(server, boardId)
    expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ status: 409, body: { code: 'still_alone' } })
    await fay.say({ type: 'next' })
    await fay.say({ type: 'freeze', isFrozen: true } as never)
    expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ status: 409, body: { code: 'writing_held' } })
    await fay.say({ type: 'freeze', isFrozen: false } as never)
    expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ status: 200, body: { shapeCount: 1 } })
    expect(await reveal({ scope: 'own', recordIds: [] }, ana.http)).toMatchObject({ status: 400 })
    expect(await reveal({ scope: 'everything' }, ana.http)).toMatchObject({ status: 400 })
  })
})

test('[WA7] a promise that was given in the middle of a step is not taken back, whatever the step becomes', async () => {
  const ana = await writerOn(server, boardId)
  const fay = await startAlone(server, boardId)
  const line = await ana.alone()
  const { plan } = await fay.now()
  const change = (changes: object) => fay.say({ type: 'update_step', stepId: plan.steps[0].id, changes } as never)
  await change({ isAnonymous: true })
  await until('the promise', async () => (await ana.http.get(`/api/boards/${boardId}/session/layer`)).body.isAnonymous)
  line.edit((records) => records.put(inZone('shape:one', 'told that nobody will know')))
  await allSaved(line, 1)
  await change({ isAnonymous: false })
  expect(await reveal({ scope: 'all' })).toMatchObject({ body: { shapeCount: 1 } })
  expect((await shapesOn()).map(({ meta }) => meta)).toEqual([{}])
  line.stop()
})

test('[WA9] a layer is no way around a step: only where people were to write alone may their notes be shown', async () => {
  const ana = await writerOn(server, boardId)
  const fay = await startAlone(server, boardId, { isKeptToZones: true, zones: ['ideas'] })
  const line = await ana.alone()
  line.edit((records) => records.put(inZone('shape:one', 'in time')))
  await allSaved(line, 1)
  await fay.say({ type: 'next' })
  const { plan } = await fay.now()
  const be = (mode: string) => fay.say({ type: 'update_step', stepId: plan.steps[1].id, changes: { mode } } as never)
  await be('brief')
  line.edit((records) => records.put(inZone('shape:two', 'around the step', { parentId: 'shape:wall' })))
  await allSaved(line, 2)
  expect(await reveal({ scope: 'own', recordIds: ['shape:two'] }, ana.http)).toMatchObject({
    ...{ status: 409, body: { code: 'writing_held' } },
  })
  expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ body: { shapeCount: 1 } })
  expect(wordsOf(await shapesOn())).toEqual(['in time'])
  await be('open')
  expect(await reveal({ scope: 'own' }, ana.http)).toMatchObject({ body: { shapeCount: 1 } })
  line.stop()
})

describe('nothing of what is written alone is lost', () => {
  test('[WA10] when tab, phone and server end, and when its author is gone', async () => {
    const ana = await writerOn(server, boardId)
    const line = await ana.alone()
    line.edit((records) => records.put(inZone('shape:one', 'still here')))
    await allSaved(line, 1)
    line.stop()
    const other = await startOnCopyOf(server)
    const back = await (await connectOn(other, ana.token)).alone()
    expect(back.records.has('shape:one')).toBe(true)
    back.stop()
    const people = (await program(other).get(`/api/boards/${boardId}/people`)).body
    expect(people.length).toBeGreaterThan(0)
    await program(other).delete(`/api/boards/${boardId}/people/${ana.participantId}`)
    expect(await program(other).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })).toMatchObject({
      body: { shapeCount: 1 },
    })
    expect(wordsOf(await shapesOn(other))).toEqual(['still here'])
    await other.stop()
  })
})

/** The same person on a server that goes on with what another stored. */
async function connectOn(on: TestServer, token: string) {
  const url = socketUrl(on)
  return { alone: () => connectRaw(url, token, { boardId: `${boardId}/own` }) }
}

const arrow: Partial<BoardRecord> = {
  type: 'arrow',
  props: {
    ...{ kind: 'arc', elbowMidPoint: 0.5, dash: 'draw', size: 'm', fill: 'none', color: 'black', labelColor: 'black' },
    ...{ bend: 0, start: { x: 0, y: 0 }, end: { x: 50, y: 50 }, arrowheadStart: 'none', arrowheadEnd: 'arrow' },
    ...{ text: '', labelPosition: 0.5, font: 'draw', scale: 1 },
  },
}
