import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../system/system-clock.ts'
import { beginVoting } from '../../../testing/begin-voting.ts'
import { invite } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import {
  boardToVoteOn,
  countsOf,
  openRound,
  refusalsOf,
  type TestVoter,
  type VotedBoard,
  voter,
} from '../../../testing/vote-facts.ts'

const json = { 'content-type': 'application/json' }

let server: TestServer
let at: VotedBoard
let ana: TestVoter
let ben: TestVoter
beginVoting((facts) => {
  ;({ server, at, ana, ben } = facts)
})

describe('[VO3] dots cannot be stuffed', () => {
  test('by sending one again', async () => {
    await at.open()
    const first = await ana.put(0, 'a')
    for (let i = 0; i < 5; i += 1) expect(await ana.put(0, 'a')).toMatchObject({ status: 200, body: first.body })
    expect(refusalsOf([await ana.put(0, 'b')])).toEqual([[409, 'dot_is_used']])
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:a': 1 })
  })

  test('from two tabs that race for the same dots', async () => {
    await at.open({ dots: 5 })
    const tabs = [0, 1].map(() => Array.from({ length: 5 }, (_, slot) => slot))
    const answers = await Promise.all(
      tabs.flatMap((slots, tab) => slots.map((slot) => ana.put(slot, 'abcde'[tab] ?? ''))),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)
    const { body } = await at.close()
    expect(body.result.votes).toBe(5)
  })

  test('by two hundred requests at once, with whatever slots', async () => {
    await at.open({ dots: 4 })
    const slots = ['0', '1', '2', '3', '4', '5', '-1', '01', '3.5', '1e3', '999', '2000', '9999', '00000', 'x', '%30']
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ana.put(slots[i % slots.length] ?? '', 'abcde'[i % 5] ?? '')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409, 422]))
    const { result } = (await at.close()).body
    expect(result.votes).toBe(4)
    expect(result.voters.find((one: { participantId: string }) => one.participantId === ana.id).used.dots).toBe(4)
  })

  test('on one note where only one each may be', async () => {
    await at.open({ severalOnOne: false })
    const answers = await Promise.all([0, 1, 2].map((slot) => ana.put(slot, 'a')))
    expect(refusalsOf(answers).filter(([status]) => status === 409)).toEqual([
      [409, 'one_dot_each'],
      [409, 'one_dot_each'],
    ])
    const taken = answers.findIndex(({ status }) => status === 200)
    await ana.remove(taken)
    expect((await ana.put((taken + 1) % 3, 'a')).status).toBe(200)
    expect((await ana.put(taken, 'b')).status).toBe(200)
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:a': 1, 'shape:b': 1 })
  })

  test('by standing for more people than when the round was opened', async () => {
    const table = await at.join('table', { standsFor: 2 })
    await at.open({ dots: 1, severalOnOne: false })
    const { code } = await invite(server, at.boardId, { role: 'table' })
    for (const { device } of [table, ana]) {
      const again = await device.post('/api/join', { code, name: 'Fifty of us', standsFor: 50 })
      expect(again).toMatchObject({ status: 200, body: { role: 'table' } })
    }
    for (const one of [table, ana])
      expect(
        refusalsOf([await one.http.send('PATCH', `/api/boards/${at.boardId}/me`, '{"standsFor":50}', json)]),
      ).toEqual([[409, 'vote_is_open']])
    // Two people may each have given the note theirs.
    const answers = [await table.put(0, 'a'), await table.put(1, 'a'), await table.put(2, 'b'), await ana.put(0, 'a')]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 200])
    expect(refusalsOf([await ana.put(1, 'b')])).toEqual([[422, 'no_such_dot']])
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:a': 3 })
  })

  test('of a table on one note, beyond one for each person there', async () => {
    const table = await at.join('table', { standsFor: 3 })
    await at.open({ dots: 2, severalOnOne: false })
    const answers = await Promise.all([0, 1, 2, 3, 4].map((slot) => table.put(slot, 'a')))
    expect(refusalsOf(answers).filter(([status]) => status !== 200)).toEqual([
      [409, 'one_dot_each'],
      [409, 'one_dot_each'],
    ])
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:a': 3 })
  })

  test('in the name of another, or of nobody', async () => {
    await at.open()
    const forged = await Promise.all([
      ana.put(0, 'a', { participantId: ben.id }),
      ana.put(0, 'a', { voterId: ben.id }),
      ana.http.send('PUT', `${at.path}/${at.roundId}/dots/0?participantId=${ben.id}`, '{"target":"shape:a"}', {
        ...{ 'content-type': 'application/json', 'x-participant-id': ben.id },
      }),
      program(server, 'x'.repeat(43)).send('PUT', `${at.path}/${at.roundId}/dots/1`, '{"target":"shape:a"}', {
        'content-type': 'application/json',
      }),
    ])
    expect(forged.map(({ status }) => status)).toEqual([400, 400, 200, 401])
    expect((await at.viewOf(ben)).own.dots).toEqual([])
    expect((await at.viewOf(ana)).own.dots).toHaveLength(1)
    const elsewhere = await boardToVoteOn(server)
    const eva = await voter(server, elsewhere.id, () => at.roundId)
    const stranger = await eva.http.send('PUT', `${at.path}/${at.roundId}/dots/0`, '{"target":"shape:a"}', {
      'content-type': 'application/json',
    })
    expect(refusalsOf([stranger, await eva.put(0, 'a')])).toEqual([
      [403, 'not_a_member'],
      [404, 'vote_not_found'],
    ])
  })

  test('on what is not voted on, or is not there', async () => {
    await at.open()
    const targets = ['outside', 'zone', 'nowhere']
    const answers = await Promise.all(targets.map((target, slot) => ana.put(slot, target)))
    expect(
      refusalsOf([...answers, await ana.put(0, 'a', { x: 0.5, y: 0.5 }), await ana.put(0, 'a', { x: 0.5 })]),
    ).toEqual([
      [422, 'outside_vote_zone'],
      [422, 'not_votable'],
      [422, 'not_votable'],
      [422, 'out_of_bounds'],
      [400, 'invalid_input'],
    ])
    expect((await at.viewOf(ana)).own.dots).toEqual([])
    await at.close()
    await at.open({ noteKinds: ['picture'] })
    expect(refusalsOf([await ana.put(0, 'a')])).toEqual([[422, 'not_votable']])
  })

  test('after the round is closed', async () => {
    await at.open()
    await ana.put(0, 'a')
    const [closed, ...late] = await Promise.all([at.close(), ...[1, 2].map((slot) => ana.put(slot, 'a'))])
    const before = late.filter(({ status }) => status === 200).length
    expect(countsOf(closed.body)).toEqual({ 'shape:a': 1 + before })
    expect(refusalsOf([await ana.put(0, 'a'), await ben.put(0, 'a'), await ana.remove(0)])).toEqual([
      [409, 'vote_closed'],
      [409, 'vote_closed'],
      [409, 'vote_closed'],
    ])
    expect((await at.viewOf(ana)).result).toEqual({ ...closed.body.result, voters: null })
  })

  test('by a viewer, or by somebody who was removed from the board', async () => {
    await at.open()
    const viewer = await at.join('viewer')
    expect(refusalsOf([await viewer.put(0, 'a'), await viewer.remove(0)])).toEqual([
      [403, 'not_allowed'],
      [403, 'not_allowed'],
    ])
    expect((await at.viewOf(viewer)).own).toBeNull()
    await ana.put(0, 'a')
    const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
    db.prepare('UPDATE participant SET removed_at_ms = 1 WHERE id = ?').run(ana.id)
    db.close()
    expect(refusalsOf([await ana.put(1, 'a')])).toEqual([[403, 'removed_from_board']])
  })

  test('by hundreds of requests a second', async () => {
    // On which no time passes, however slow the machine is.
    const clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() / 1_000 }
    const own = await startTestServer({ clock })
    const { id, path: ownPath } = await boardToVoteOn(own)
    const round = await openRound(own, ownPath, { dots: 1 })
    const eva = await voter(own, id, () => round.id)
    const answers = await Promise.all(Array.from({ length: 220 }, (_, i) => (i % 2 ? eva.put(0, 'a') : eva.remove(0))))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThan(10)
    expect(limited[0]?.headers.get('retry-after')).toBe('1')
    const gus = await voter(own, id, () => round.id)
    expect((await gus.put(0, 'b')).status).toBe(200)
    await own.stop()
  })
})
