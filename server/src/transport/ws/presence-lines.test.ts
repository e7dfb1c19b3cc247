import { beforeEach, describe, expect, test } from 'vitest'
import { isGone } from '#shared/protocol/awareness-entries.ts'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeEcho, encodeWantsCursors } from '#shared/protocol/pace.ts'
import { encodeReaction, encodeReactionCounts } from '#shared/protocol/reactions.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { hurriedClock } from '../../testing/hurried-clock.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { startSwallowingProxy } from '../../testing/swallowing-proxy.ts'
import { members, type SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  server = await syncServerForThisTest()
})

const connect = (token: string, url = server.url) => connectForThisTest(url, token)

const pointOf = (person: RawClient, clientId: number) =>
  person.cursors.filter((cursor) => cursor.clientId === clientId).at(-1)?.point

const stateOf = (person: RawClient, clientId: number) => person.awareness.get(clientId)?.state ?? new Uint8Array()

describe('a line that has died without a word', () => {
  test('[PR13] is noticed within 45 s, and takes its presence with it', async () => {
    await server.stop()
    const times = 40
    server = await syncServerForThisTest({ clock: hurriedClock(times) })
    const proxy = await startSwallowingProxy(server.url)
    const dead = await connect('ana', proxy.through(server.url))
    const witness = await connect('ben')
    dead.showState(1, 1, { who: 'ana' })
    await until('her state', () => witness.awareness.has(1) && witness.people.length === 2)
    proxy.swallow()
    const startMs = performance.now()
    await until('her to be gone', () => witness.people.length === 1 && isGone(stateOf(witness, 1)))
    // With a little for a machine that has other things to do.
    expect((performance.now() - startMs) * times).toBeLessThan(45_000 * 1.2)
    expect(witness.closed).toBeUndefined()
    await proxy.stop()
  })

  test('[PR13] [PR3] is no hindrance to who comes back on another one meanwhile', async () => {
    const proxy = await startSwallowingProxy(server.url)
    const dead = await connect('ana', proxy.through(server.url))
    const witness = await connect('ben')
    dead.showState(1, 1, { line: 'old' })
    await until('her state', () => witness.awareness.has(1))
    proxy.swallow()
    const back = await connect('ana')
    back.showState(1, 2, { line: 'new' })
    back.send(encodeOwnCursor({ x: 3, y: 4 }))
    await until('her pointer', () => pointOf(witness, 1)?.x === 3)
    expect(witness.people).toHaveLength(2)
    await proxy.stop()
  })
})

describe('seats', () => {
  test('[PR9] are told before the pointers of those who sit there, and to who comes later with all of them', async () => {
    const ana = await connect('ana')
    ana.send(encodeOwnCursor({ x: 1, y: 1 }))
    ana.showState(1, 1, {})
    ana.send(encodeOwnCursor({ x: 7, y: 8 }))
    const ben = await connect('ben')
    await until("ana's pointer", () => pointOf(ben, 1)?.x === 7)
    const types = ben.frames.map(([type]) => type)
    expect(types.indexOf(MessageType.session)).toBeLessThan(types.indexOf(MessageType.cursors))
  })

  test('[PR9] are not given to somebody else before everybody knows that they are free', async () => {
    const witness = await connect('vera')
    for (let round = 1; round <= 5; round += 1) {
      const [ana, ben] = [await connect('ana'), await connect('ben')]
      ana.showState(round * 2, 1, {})
      ben.showState(round * 2 + 1, 1, {})
      ana.send(encodeOwnCursor({ x: round, y: 0 }))
      ben.send(encodeOwnCursor({ x: -round, y: 0 }))
      await until('both pointers', () => pointOf(witness, round * 2) && pointOf(witness, round * 2 + 1))
      ana.stop()
      ben.stop()
      await until('both to be gone', () => server.rooms.peopleHere('board-under-test') === 1)
    }
    for (const { clientId, point } of witness.cursors) {
      const round = Math.floor(clientId / 2)
      expect(point).toEqual({ x: clientId % 2 === 0 ? round : -round, y: 0 })
    }
  })
})

test('[PR10] a room that fills up is told to each in a few messages', async () => {
  const names = Array.from({ length: 60 }, (_, i) => `person-${i}`)
  await server.stop()
  server = await syncServerForThisTest({ members: members(Object.fromEntries(names.map((name) => [name, 'editor']))) })
  const here = await Promise.all(names.map((name) => connect(name)))
  for (const [i, person] of here.entries()) person.showState(i + 1, 1, {})
  await until('everybody', () =>
    here.every(
      (person) => person.people.length === 60 && person.people.every(({ connections }) => connections.length === 1),
    ),
  )
  for (const { sessions } of here) {
    expect('people' in (sessions[0] ?? {})).toBe(true)
    expect(sessions.slice(1).every((session) => !('people' in session))).toBe(true)
    expect(sessions.length).toBeLessThan(40)
  }
})

test('[PR15] a reaction reaches the others, and is gone with the moment', async () => {
  const [ana, ben] = [await connect('ana'), await connect('ben')]
  ana.send(encodeReaction('celebrate'))
  const told = encodeReactionCounts(new Map([['celebrate', 1]]))
  const hears = (person: RawClient) => person.frames.some((frame) => Buffer.from(frame).equals(told))
  await until('the reaction', () => hears(ben))
  const late = await connect('vera')
  late.send(encodeEcho(1))
  await until('the echo', () => late.frames.some(([type]) => type === MessageType.echo))
  expect([hears(ana), hears(late)]).toEqual([false, false])
  expect(ana.saved.length).toBe(0)
})

describe('who saves data', () => {
  test('[PR14] hears of no pointers until she asks for them again, and then of the latest', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben')
    const witness = await connect('vera')
    ana.showState(1, 1, {})
    await until('her seat', () => ben.people.some(({ connections }) => connections.length > 0))
    ben.send(encodeWantsCursors(false))
    ben.send(encodeEcho(1))
    await until('the echo', () => ben.frames.some(([type]) => type === MessageType.echo))
    ana.send(encodeOwnCursor({ x: 5, y: 5 }))
    await until('the pointer, elsewhere', () => pointOf(witness, 1)?.x === 5)
    ben.send(encodeEcho(2))
    await until('the echo', () => ben.frames.filter(([type]) => type === MessageType.echo).length === 2)
    expect(ben.cursors).toEqual([])
    ben.send(encodeWantsCursors(true))
    await until('the pointer', () => pointOf(ben, 1)?.x === 5)
  })
})

test('[CL10] an echo comes back behind what was sent before', async () => {
  const ana = await connect('ana')
  ana.send(encodeEcho(4_711))
  const frame = await until('the echo', () => ana.frames.find(([type]) => type === MessageType.echo))
  expect(frame).toEqual(encodeEcho(4_711))
})
