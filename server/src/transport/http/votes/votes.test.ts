import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionCommand } from '#shared/session/commands.ts'
import { firstSuperSlot } from '#shared/session/votes/budget.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { systemClock } from '../../../system/system-clock.ts'
import { note } from '../../../testing/board-content.ts'
import { program } from '../../../testing/http-client.ts'
import { connectRaw } from '../../../testing/raw-client.ts'
import { aStep, commanderOf } from '../../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'
import { boardToVoteOn, openRound, socketUrl, type TestVoter, voter } from '../../../testing/vote-facts.ts'

let server: TestServer
let boardId: string
let path: string
let roundId: string
let ana: TestVoter
let ben: TestVoter
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ id: boardId, path } = await boardToVoteOn(server))
  ana = await join_()
  ben = await join_()
})

const join_ = (role: 'facilitator' | 'editor' | 'viewer' = 'editor') => voter(server, boardId, () => roundId, role)
const operator = () => program(server)
const open = async (setup: Parameters<typeof openRound>[2] = {}) => {
  const round = await openRound(server, path, setup)
  roundId = round.id
  return round
}
const close = () => operator().post(`${path}/${roundId}/close`)
const viewOf = async (one: TestVoter) => (await one.http.get(`${path}/${roundId}`)).body
const counts = (round: { result: { targets: { targetId: string; votes: number }[] } }) =>
  Object.fromEntries(round.result.targets.map(({ targetId, votes }) => [targetId, votes]))
const refusals = (answers: readonly { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => [status, body.code])

describe('a round', () => {
  test('takes dots, gives them back, and counts them when it is closed', async () => {
    expect(await open()).toMatchObject({ number: 1, closedAtMs: null, result: null, sessionId: null, voters: [{}, {}] })
    expect(await ana.put(0, 'a')).toMatchObject({ status: 200, body: { budget: { dots: 3 }, dots: [{ slot: 0 }] } })
    await ana.put(1, 'a')
    await ana.put(2, 'b')
    expect((await ana.remove(2)).body.dots).toHaveLength(2)
    await ben.put(0, 'b')
    const { status, body } = await close()
    expect(status).toBe(200)
    expect(counts(body)).toEqual({ 'shape:a': 2, 'shape:b': 1 })
    expect(body.result.targets[0]).toMatchObject({
      ...{ text: 'idea a', zone: 'ideas', kind: 'note', rank: 1, isTied: false },
      voters: [{ participantId: ana.id, name: 'Sela', votes: 2 }],
    })
    expect((await operator().post(`${path}/${roundId}/close`)).body).toEqual(body)
    expect(await operator().get(path)).toMatchObject({ body: [{ id: roundId, number: 1 }] })
  })

  test('is opened once by one key, and is the only open one of its board', async () => {
    const request = { key: 'one-and-the-same', title: ' First ', setup: voteSetup() }
    const made = await Promise.all([1, 2, 3].map(() => operator().post(path, request)))
    expect(new Set(made.map(({ status, body }) => `${status} ${body.id} ${body.title}`)).size).toBe(1)
    const others = await Promise.all([1, 2].map((i) => operator().post(path, { ...request, key: `another-${i}` })))
    expect(refusals(others)).toEqual([
      [409, 'vote_is_open'],
      [409, 'vote_is_open'],
    ])
    expect(refusals([await ana.http.post(path, { ...request, key: 'not-hers-to-open' })])).toEqual([
      [403, 'not_allowed'],
    ])
  })

  test('that nobody can vote in is refused', async () => {
    const post = (setup: object) => operator().post(path, { key: 'some-key-1', title: '', setup: voteSetup(setup) })
    const viewer = await join_('viewer')
    const decider = (participantId: string) => ({ decider: { participantId, superVotes: 1 } })
    const answers = [{ dots: 31 }, { dots: 0 }, { minutes: 25 * 60 }, decider('nobody'), decider(viewer.id)].map(post)
    expect(refusals(await Promise.all(answers))).toEqual([
      [422, 'out_of_bounds'],
      [422, 'out_of_bounds'],
      [422, 'step_too_long'],
      [422, 'not_a_voter'],
      [422, 'not_a_voter'],
    ])
    expect((await post({ isSecret: 'perhaps' })).status).toBe(400)
  })

  test('keeps the words it was voted on, whatever becomes of the notes and of the board', async () => {
    await open()
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    const fay = await connectRaw(socketUrl(server), server.adminToken, { boardId })
    fay.edit((records) => records.remove('shape:b'))
    await until('the deletion to be stored', () => fay.saved.some(({ count }) => count > 0))
    const saved = await operator().post(`/api/boards/${boardId}/checkpoints`, { title: 'Before' })
    const { body } = await close()
    fay.edit((records) => records.put(note('shape:a', 'something else', { parentId: 'shape:zone' })))
    await until('the change to be stored', () => fay.saved.some(({ count }) => count > 1))
    fay.stop()
    await operator().post(`/api/boards/${boardId}/checkpoints/${saved.body.id}/restore`)
    const { result } = await viewOf(ana)
    expect(result.targets).toEqual(body.result.targets)
    expect(result.targets.map(({ text, isGone }: { text: string; isGone: boolean }) => [text, isGone])).toEqual([
      ['idea a', false],
      ['', true],
    ])
  })

  test('with a Decider counts her super-votes apart', async () => {
    await open({ decider: { participantId: ben.id, superVotes: 1 }, isStraw: true })
    await ana.put(0, 'a')
    await ben.put(0, 'a')
    expect((await ben.put(firstSuperSlot, 'b')).status).toBe(200)
    expect(refusals([await ben.put(firstSuperSlot + 1, 'b'), await ana.put(firstSuperSlot, 'b')])).toEqual([
      [422, 'no_such_dot'],
      [422, 'no_such_dot'],
    ])
    expect((await close()).body.result).toMatchObject({
      ...{ votes: 2, superVotes: 1 },
      targets: [
        { targetId: 'shape:a', votes: 2, rank: 1, superRank: null },
        { targetId: 'shape:b', votes: 0, rank: null, superVotes: 1, superRank: 1 },
      ],
    })
  })

  test('is compared with others, which are closed', async () => {
    const first = await open()
    await ana.put(0, 'a')
    await close()
    const second = await open()
    await ana.put(0, 'b')
    const compare = () => ana.http.get(`/api/boards/${boardId}/vote-comparison?rounds=${first.id},${second.id}`)
    expect(refusals([await compare()])).toEqual([[409, 'vote_is_open']])
    await close()
    expect((await compare()).body).toMatchObject({
      rounds: [{ number: 1 }, { number: 2 }],
      targets: [
        { targetId: 'shape:b', rounds: [null, { votes: 1, rank: 1 }] },
        { targetId: 'shape:a', rounds: [{ votes: 1, rank: 1 }, null] },
      ],
    })
    expect((await ana.http.get(`/api/boards/${boardId}/vote-comparison`)).status).toBe(400)
  })
})

describe('[VO3] dots cannot be stuffed', () => {
  test('by sending one again', async () => {
    await open()
    const first = await ana.put(0, 'a')
    for (let i = 0; i < 5; i += 1) expect(await ana.put(0, 'a')).toMatchObject({ status: 200, body: first.body })
    expect(refusals([await ana.put(0, 'b')])).toEqual([[409, 'dot_is_used']])
    expect(counts((await close()).body)).toEqual({ 'shape:a': 1 })
  })

  test('from two tabs that race for the same dots', async () => {
    await open({ dots: 5 })
    const tabs = [0, 1].map(() => Array.from({ length: 5 }, (_, slot) => slot))
    const answers = await Promise.all(
      tabs.flatMap((slots, tab) => slots.map((slot) => ana.put(slot, 'abcde'[tab] ?? ''))),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)
    const { body } = await close()
    expect(body.result.votes).toBe(5)
  })

  test('by two hundred requests at once, with whatever slots', async () => {
    await open({ dots: 4 })
    const slots = ['0', '1', '2', '3', '4', '5', '-1', '01', '3.5', '1e3', '999', '1000', '9999', '00000', 'x', '%30']
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ana.put(slots[i % slots.length] ?? '', 'abcde'[i % 5] ?? '')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409, 422]))
    const { result } = (await close()).body
    expect(result.votes).toBe(4)
    expect(result.voters.find((one: { participantId: string }) => one.participantId === ana.id).used.dots).toBe(4)
  })

  test('on one note where only one each may be', async () => {
    await open({ severalOnOne: false })
    const answers = await Promise.all([0, 1, 2].map((slot) => ana.put(slot, 'a')))
    expect(refusals(answers).filter(([status]) => status === 409)).toEqual([
      [409, 'one_dot_each'],
      [409, 'one_dot_each'],
    ])
    const taken = answers.findIndex(({ status }) => status === 200)
    await ana.remove(taken)
    expect((await ana.put((taken + 1) % 3, 'a')).status).toBe(200)
    expect((await ana.put(taken, 'b')).status).toBe(200)
    expect(counts((await close()).body)).toEqual({ 'shape:a': 1, 'shape:b': 1 })
  })

  test('in the name of another, or of nobody', async () => {
    await open()
    const forged = await Promise.all([
      ana.put(0, 'a', { participantId: ben.id }),
      ana.put(0, 'a', { voterId: ben.id }),
      ana.http.send('PUT', `${path}/${roundId}/dots/0?participantId=${ben.id}`, '{"target":"shape:a"}', {
        ...{ 'content-type': 'application/json', 'x-participant-id': ben.id },
      }),
      program(server, 'x'.repeat(43)).send('PUT', `${path}/${roundId}/dots/1`, '{"target":"shape:a"}', {
        'content-type': 'application/json',
      }),
    ])
    expect(forged.map(({ status }) => status)).toEqual([400, 400, 200, 401])
    expect((await viewOf(ben)).own.dots).toEqual([])
    expect((await viewOf(ana)).own.dots).toHaveLength(1)
    const elsewhere = await boardToVoteOn(server)
    const eva = await voter(server, elsewhere.id, () => roundId)
    const stranger = await eva.http.send('PUT', `${path}/${roundId}/dots/0`, '{"target":"shape:a"}', {
      'content-type': 'application/json',
    })
    expect(refusals([stranger, await eva.put(0, 'a')])).toEqual([
      [403, 'not_a_member'],
      [404, 'vote_not_found'],
    ])
  })

  test('on what is not voted on, or is not there', async () => {
    await open()
    const targets = ['outside', 'zone', 'nowhere']
    const answers = await Promise.all(targets.map((target, slot) => ana.put(slot, target)))
    expect(
      refusals([...answers, await ana.put(0, 'a', { x: 0.5, y: 0.5 }), await ana.put(0, 'a', { x: 0.5 })]),
    ).toEqual([
      [422, 'outside_vote_zone'],
      [422, 'not_votable'],
      [422, 'not_votable'],
      [422, 'out_of_bounds'],
      [400, 'invalid_input'],
    ])
    expect((await viewOf(ana)).own.dots).toEqual([])
    await close()
    await open({ noteKinds: ['picture'] })
    expect(refusals([await ana.put(0, 'a')])).toEqual([[422, 'not_votable']])
  })

  test('after the round is closed', async () => {
    await open()
    await ana.put(0, 'a')
    const [closed, ...late] = await Promise.all([close(), ...[1, 2].map((slot) => ana.put(slot, 'a'))])
    const before = late.filter(({ status }) => status === 200).length
    expect(counts(closed.body)).toEqual({ 'shape:a': 1 + before })
    expect(refusals([await ana.put(0, 'a'), await ben.put(0, 'a'), await ana.remove(0)])).toEqual([
      [409, 'vote_closed'],
      [409, 'vote_closed'],
      [409, 'vote_closed'],
    ])
    expect((await viewOf(ana)).result).toEqual({ ...closed.body.result, voters: null })
  })

  test('by a viewer, or by somebody who was removed from the board', async () => {
    await open()
    const viewer = await join_('viewer')
    expect(refusals([await viewer.put(0, 'a'), await viewer.remove(0)])).toEqual([
      [403, 'not_allowed'],
      [403, 'not_allowed'],
    ])
    expect((await viewOf(viewer)).own).toBeNull()
    await ana.put(0, 'a')
    const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
    db.prepare('UPDATE participant SET removed_at_ms = 1 WHERE id = ?').run(ana.id)
    db.close()
    expect(refusals([await ana.put(1, 'a')])).toEqual([[403, 'removed_from_board']])
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

describe('until it is closed', () => {
  test('[VO1] nobody gets a tally or another’s dots, whatever is asked and whatever is heard', async () => {
    const fay = await join_('facilitator')
    const everybody = [ana, ben, fay, await join_('viewer')]
    const lines = await Promise.all(everybody.map(({ token }) => connectRaw(socketUrl(server), token, { boardId })))
    const heardBefore = lines.map(({ frames }) => frames.length)
    await open({ dots: 7 })
    for (const slot of [0, 1, 2, 3, 4]) await ana.put(slot, 'c')
    await ben.put(0, 'd')
    const asked = await Promise.all(
      everybody.flatMap(({ http }) => [
        http.get(path),
        http.get(`${path}/${roundId}`),
        http.get(`/api/boards/${boardId}/vote-comparison?rounds=${roundId}`),
        http.get(`/api/boards/${boardId}`),
        http.get(`/api/boards/${boardId}/session`),
      ]),
    )
    // An echo comes behind all that was sent before it.
    for (const line of lines) {
      line.send(new Uint8Array([106, 42]))
      await until('the echo', () => line.frames.some((frame) => frame[0] === 106 && frame[1] === 42))
    }
    await until('the facilitator to hear how many are used', () =>
      lines[2]?.frames.some((frame) => Buffer.from(frame).includes('"used":{"dots":5')),
    )
    const answersTo = (i: number) => asked.slice(i * 5, i * 5 + 5).map(({ body }) => JSON.stringify(body))
    const framesOf = (i: number) =>
      (lines[i]?.frames ?? []).slice(heardBefore[i]).map((frame) => Buffer.from(frame).toString('latin1'))
    const everything = (i: number) => [...answersTo(i), ...framesOf(i)].join('\n')
    expect(everything(0)).toContain('shape:c')
    expect(everything(0)).not.toContain('shape:d')
    expect(everything(1)).toContain('shape:d')
    expect(everything(1)).not.toContain('shape:c')
    for (const i of [2, 3]) expect(everything(i)).not.toMatch(/shape:[cd]/)
    // How many dots somebody has used is for facilitators.
    for (const i of [0, 1, 3]) expect(everything(i)).not.toMatch(/"used"/)
    expect(everything(2)).toContain(`"participantId":"${ana.id}"`)
    expect((await viewOf(fay)).voters.find((one: { participantId: string }) => one.participantId === ana.id)).toEqual({
      ...{ participantId: ana.id, name: 'Sela', joinedLater: false, isLeftOut: false },
      ...{ budget: { dots: 7, superVotes: 0 }, used: { dots: 5, superVotes: 0 } },
    })
    for (const line of lines) line.stop()
  })
})

test('[VO2] a round is told to everybody at once, a dot to all lines of its owner, and what stands to who comes later', async () => {
  const connect = (one: TestVoter) => connectRaw(socketUrl(server), one.token, { boardId })
  const lines = [await connect(ana), await connect(ana), await connect(ben)]
  const votesOf = (line: (typeof lines)[number]) => line.sessions.findLast(({ votes }) => votes)?.votes
  await open({ minutes: 5 })
  await until('the round', () => lines.every((line) => votesOf(line)?.open?.id === roundId))
  await ana.put(1, 'a')
  const dots = [{ slot: 1, targetId: 'shape:a', point: null }]
  for (const line of lines.slice(0, 2)) await until('the dot', () => votesOf(line)?.open?.own?.dots.length === 1)
  const later = await connect(ana)
  await until('the votes', () => votesOf(later))
  expect(later.sessions[0]).toMatchObject({ votes: { open: { own: { dots } } }, serverNowMs: expect.any(Number) })
  const { body } = await close()
  await until('the end', () => [...lines, later].every((line) => votesOf(line)?.open === null))
  expect(votesOf(lines[2] ?? later)).toEqual({ open: null, closed: { id: roundId, revision: body.revision } })
  for (const line of [...lines, later]) line.stop()
})

test('a round that is opened in a step of mode vote belongs to it, and ends with its session and not with its step', async () => {
  const fay = commanderOf(operator(), boardId)
  await operator().post(`/api/boards/${boardId}/session`, {})
  await fay.say({ type: 'add_step', step: { ...aStep, mode: 'vote' }, afterId: null } as SessionCommand)
  await fay.say({ type: 'add_step', step: aStep, afterId: null } as SessionCommand)
  await fay.say({ type: 'start' })
  const [first, second] = (await fay.now()).plan.steps
  const voting = first.mode === 'vote' ? first : second
  await fay.say({ type: 'jump', stepId: voting.id })
  const { id } = await fay.now()
  expect(await open()).toMatchObject({ sessionId: id, stepId: voting.id })
  await ana.put(0, 'a')
  await fay.say({ type: 'jump', stepId: voting === first ? second.id : first.id })
  expect((await ana.put(1, 'a')).status).toBe(200)
  expect((await fay.say({ type: 'end' })).status).toBe(200)
  const line = await connectRaw(socketUrl(server), ana.token, { boardId })
  await until('the round to be closed', () => line.sessions.some(({ votes }) => votes?.closed?.id === roundId))
  line.stop()
  expect((await viewOf(ana)).result.votes).toBe(2)
})

describe('somebody who is left out', () => {
  const leaveOut = (one: TestVoter, isLeftOut: boolean) =>
    operator().patch(`${path}/${roundId}/voters/${one.id}`, { isLeftOut })

  test('before the end is told, can put no more, and is not counted', async () => {
    await open()
    const late = await join_()
    await late.put(0, 'a')
    await ana.put(0, 'b')
    expect((await leaveOut(late, true)).body.voters).toContainEqual({
      ...{ participantId: late.id, name: 'Sela', joinedLater: true, isLeftOut: true },
      ...{ budget: { dots: 3, superVotes: 0 }, used: { dots: 1, superVotes: 0 } },
    })
    expect((await viewOf(late)).own.isLeftOut).toBe(true)
    expect(refusals([await late.put(1, 'a')])).toEqual([[403, 'left_out_of_vote']])
    await leaveOut(late, false)
    expect((await late.put(1, 'a')).status).toBe(200)
    await leaveOut(late, true)
    expect(refusals([await ana.http.patch(`${path}/${roundId}/voters/${ben.id}`, { isLeftOut: true })])).toEqual([
      [403, 'not_allowed'],
    ])
    expect(counts((await close()).body)).toEqual({ 'shape:b': 1, 'shape:a': 0 })
  })

  test('afterwards is recorded, and can be taken in again, also by two at once', async () => {
    await open()
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    await close()
    await Promise.all([leaveOut(ana, true), leaveOut(ben, true)])
    const { result, revision } = await viewOf(ana)
    expect(revision).toBe(2)
    expect(result.votes).toBe(0)
    expect(
      result.changes.map((change: { byName: string; isLeftOut: boolean }) => [change.byName, change.isLeftOut]),
    ).toEqual([
      ['Administrator', true],
      ['Administrator', true],
    ])
    expect(counts((await leaveOut(ana, false)).body)).toEqual({ 'shape:a': 1, 'shape:b': 0 })
    expect((await leaveOut(ana, false)).body.revision).toBe(3)
    expect(refusals([await leaveOut(await join_(), true)])).toEqual([[404, 'person_not_found']])
  })

  test('of a secret round has to be left out before its end', async () => {
    await open({ isSecret: true })
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    await leaveOut(ben, true)
    expect(counts((await close()).body)).toEqual({ 'shape:b': undefined, 'shape:a': 1 })
    expect(refusals([await leaveOut(ana, true)])).toEqual([[409, 'vote_is_secret']])
  })
})

test('who gave which dot of a secret round is nowhere in the data once it is closed, and is for a named one', async () => {
  const own = await startTestServer({ config: { dataDir: `${server.dataDir}/secret` } })
  const { id, path: ownPath } = await boardToVoteOn(own)
  const rounds: string[] = []
  const people = await Promise.all([0, 1].map(() => voter(own, id, () => rounds.at(-1) ?? '')))
  // The secret one last: what is written after it could lie over what it left.
  for (const isSecret of [false, true]) {
    rounds.push((await openRound(own, ownPath, { isSecret, dots: 9 })).id)
    for (const one of people) {
      for (let slot = 0; slot < 9; slot += 1) await one.put(slot, 'abcde'[slot % 5] ?? '')
    }
    const { result } = (await program(own).post(`${ownPath}/${rounds.at(-1)}/close`)).body
    expect(result).toMatchObject({ votes: 18, voters: [{ used: { dots: 9 } }, { used: { dots: 9 } }] })
    expect(result.targets.every(({ voters }: { voters: unknown }) => (voters === null) === isSecret)).toBe(true)
  }
  await own.stop()
  const file = join(own.dataDir, 'tablecloth.sqlite')
  const db = new Sqlite(file)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const bytes = (await readFile(file)).toString('latin1')
  const hasRow = (round = '', one?: TestVoter) => new RegExp(`${round}${one?.id}[^]{0,2}shape:`).test(bytes)
  expect(people.map((one) => [hasRow(rounds[0], one), hasRow(rounds[1], one)])).toEqual([
    [true, false],
    [true, false],
  ])
})
