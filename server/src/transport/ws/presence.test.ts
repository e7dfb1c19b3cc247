import { beforeEach, describe, expect, test } from 'vitest'
import { isGone } from '#shared/protocol/awareness-entries.ts'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import { connectForThisTest, connectStockForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { connectRaw, RawClient } from '../../testing/raw-client.ts'
import { boardMember, type SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  server = await syncServerForThisTest({
    members: new Map([
      ['ana', boardMember('ana', { name: 'Ana Tupou', country: 'TO', organisation: 'Ministry' })],
      ['ben', boardMember('ben', { name: 'Ben' })],
      ['vera', boardMember('vera', { role: 'viewer' })],
    ]),
  })
})

const connect = (token: string, options: Parameters<typeof connectRaw>[2] = {}) =>
  connectForThisTest(server.url, token, options)
const connectStockClient = (token: string) => connectStockForThisTest(server.url, token)

const stateOf = (person: RawClient, clientId: number) => {
  const entry = person.awareness.get(clientId)
  return entry && JSON.parse(new TextDecoder().decode(entry.state))
}

describe('awareness', () => {
  test('[PR1] of an id that belongs to another connection is ignored', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben')
    const witness = await connect('vera')
    ana.showState(1, 1, { who: 'ana' })
    ben.showState(2, 1, { who: 'ben' })
    await until('both', () => witness.awareness.has(1) && witness.awareness.has(2))
    ben.showState(1, 99, { who: 'forged' })
    ben.showState(3, 1, { who: 'a second self' })
    ben.showState(1, 100, null)
    ben.showState(2, 2, { who: 'ben', last: true })
    await until('the last of them', () => stateOf(witness, 2)?.last)
    expect(stateOf(witness, 1)).toEqual({ who: 'ana' })
    expect(witness.awareness.has(3)).toBe(false)
  })

  test('[SY22] of a crowd goes compressed to stock clients that offer it, and to no others', async () => {
    const ana = await connect('ana')
    const [stock, extended] = [await connect('ben', { isExtended: false }), await connect('vera')]
    const before = [stock.readBytes(), extended.readBytes()]
    const many = Array.from({ length: 150 }, (_, i) => ({ id: i, name: `Participant ${i}` }))
    ana.showState(1, 1, { many })
    for (const witness of [stock, extended]) {
      await until('the state', () => witness.awareness.has(1))
      expect(stateOf(witness, 1)).toEqual({ many })
    }
    const [toStock = 0, toExtended = 0] = [stock, extended].map((each, i) => each.readBytes() - (before[i] ?? 0))
    expect(toExtended).toBeGreaterThan(4_000)
    expect(toStock).toBeLessThan(2_000)
  })

  test('[PR2] is gone at once when its connection is', async () => {
    const ana = await connect('ana')
    const witness = await connectStockClient('ben')
    ana.showState(1, 1, { who: 'ana' })
    await until('her state', () => witness.provider.awareness.getStates().has(1))
    const startMs = performance.now()
    ana.stop()
    await until('her to be gone', () => !witness.provider.awareness.getStates().has(1))
    expect(performance.now() - startMs).toBeLessThan(1_000)
  })

  test('[PR3] is back at once when a stock client comes back', async () => {
    const ana = await connectStockClient('ana')
    const witness = await connectStockClient('ben')
    ana.provider.awareness.setLocalState({ who: 'ana' })
    const seen = () => witness.provider.awareness.getStates().get(ana.doc.clientID)?.who === 'ana'
    await until('her state', seen)
    ana.provider.ws?.close()
    await until('her to be gone', () => !seen())
    await until('her to be back', seen, 3_000)
  })

  test('[PR3] is hers again on a new line while the old one has died unnoticed', async () => {
    const before = await connect('ana')
    const witness = await connect('ben')
    before.showState(1, 1, { line: 'old' })
    await until('her state', () => stateOf(witness, 1)?.line === 'old')
    const after = await connect('ana')
    after.showState(1, 2, { line: 'new' })
    await until('her state on the new line', () => stateOf(witness, 1)?.line === 'new')
    before.stop()
    await until('one line less', () => server.rooms.peopleHere('board-under-test') === 2)
    after.showState(1, 3, { line: 'still there' })
    await until('her state after the old line has gone', () => stateOf(witness, 1)?.line === 'still there')
  })

  test.each([
    ['is no JSON', Buffer.from('{"who":')],
    ['is no text', Buffer.from('{"who":"\xff"}', 'latin1')],
    ['begins with a byte order mark', Buffer.from('\ufeff{"who":1}')],
  ])('[PR8] that %s is told to nobody, for every reader would stumble over it', async (_case, state) => {
    const ana = await connect('ana')
    const witness = await connect('ben')
    ana.send(encodeAwareness([{ clientId: 1, clock: 1, state }]))
    ana.showState(1, 2, { who: 'ana' })
    await until('her state', () => witness.awareness.has(1))
    expect(witness.hasHeard('{"who":"ana"}')).toBe(true)
    expect(witness.frames.filter((frame) => Buffer.from(frame).includes('{"who":')).length).toBe(1)
  })

  test('tells a newcomer who is there, in one message', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben')
    ana.showState(1, 1, { who: 'ana' })
    ben.showState(2, 1, { who: 'ben' })
    await until('both', () => ana.awareness.has(2) && ben.awareness.has(1))
    const late = await connect('vera')
    await until('both', () => late.awareness.has(1) && late.awareness.has(2))
    expect([...late.awareness.values()].some(({ state }) => isGone(state))).toBe(false)
    expect(late.frames.filter(([type]) => type === 1)).toHaveLength(1)
  })
})

describe('who is here', () => {
  test('[PR5] is told by the server with the names it knows, one entry for each person', async () => {
    const ana = await connect('ana')
    const again = await connect('ana')
    const vera = await connect('vera')
    ana.showState(1, 1, { name: 'Somebody Else' })
    again.showState(2, 1, {})
    await until('everybody', () => vera.people.some(({ connections }) => connections.length === 2))
    expect(vera.sessions[0]?.self).toEqual({ participantId: 'vera', role: 'viewer' })
    expect(vera.people).toHaveLength(2)
    expect(vera.people.find(({ participantId }) => participantId === 'ana')).toEqual({
      participantId: 'ana',
      connections: [
        { clientId: 1, seat: 0 },
        { clientId: 2, seat: 1 },
      ],
      name: 'Ana Tupou',
      country: 'TO',
      organisation: 'Ministry',
      role: 'editor',
      place: null,
      standsFor: 1,
      colour: expect.any(Number),
    })
    expect(new Set(vera.people.map(({ colour }) => colour)).size).toBe(2)
  })
})

describe('cursors', () => {
  test("[PR6] are a viewer's, too, and each receiver gets the latest of each", async () => {
    const vera = await connect('vera')
    const witness = await connect('ana')
    vera.showState(5, 1, {})
    for (let x = 1; x <= 50; x += 1) vera.send(encodeOwnCursor({ x, y: -x }))
    await until('the last position', () => witness.cursors.at(-1)?.point?.x === 50)
    expect(witness.cursors.at(-1)).toEqual({ clientId: 5, point: { x: 50, y: -50 } })
    expect(witness.cursors.length).toBeLessThan(50)
    vera.send(encodeOwnCursor(null))
    await until('her leaving the canvas', () => witness.cursors.at(-1)?.point === null)
  })
})
