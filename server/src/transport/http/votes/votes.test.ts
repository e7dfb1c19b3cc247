import { describe, expect, test } from 'vitest'
import type { SessionCommand } from '#shared/session/commands.ts'
import { firstSuperSlot } from '#shared/session/votes/budget.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { beginVoting } from '../../../testing/begin-voting.ts'
import { note, picture } from '../../../testing/board-content.ts'
import { socketUrl } from '../../../testing/http-client.ts'
import { connectRaw } from '../../../testing/raw-client.ts'
import { aStep, commanderOf } from '../../../testing/session-facts.ts'
import type { TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'
import { countsOf, refusalsOf, type TestVoter, type VotedBoard } from '../../../testing/vote-facts.ts'

let server: TestServer
let at: VotedBoard
let ana: TestVoter
let ben: TestVoter
beginVoting((facts) => {
  ;({ server, at, ana, ben } = facts)
})

describe('a round', () => {
  test('takes dots, gives them back, and counts them when it is closed', async () => {
    expect(await at.open()).toMatchObject({
      number: 1,
      closedAtMs: null,
      result: null,
      sessionId: null,
      voters: [{}, {}],
    })
    expect(await ana.put(0, 'a')).toMatchObject({ status: 200, body: { budget: { dots: 3 }, dots: [{ slot: 0 }] } })
    await ana.put(1, 'a')
    await ana.put(2, 'b')
    expect((await ana.remove(2)).body.dots).toHaveLength(2)
    await ben.put(0, 'b')
    const { status, body } = await at.close()
    expect(status).toBe(200)
    expect(countsOf(body)).toEqual({ 'shape:a': 2, 'shape:b': 1 })
    expect(body.result.targets[0]).toMatchObject({
      ...{ text: 'idea a', zone: 'ideas', kind: 'note', rank: 1, isTied: false },
      voters: [{ participantId: ana.id, name: 'Sela', votes: 2 }],
    })
    expect((await at.operator.post(`${at.path}/${at.roundId}/close`)).body).toEqual(body)
    expect(await at.operator.get(at.path)).toMatchObject({ body: [{ id: at.roundId, number: 1 }] })
  })

  test('is opened once by one key, and is the only open one of its board', async () => {
    const request = { key: 'one-and-the-same', title: ' First ', setup: voteSetup() }
    const made = await Promise.all([1, 2, 3].map(() => at.operator.post(at.path, request)))
    expect(new Set(made.map(({ status, body }) => `${status} ${body.id} ${body.title}`)).size).toBe(1)
    const others = await Promise.all([1, 2].map((i) => at.operator.post(at.path, { ...request, key: `another-${i}` })))
    expect(refusalsOf(others)).toEqual([
      [409, 'vote_is_open'],
      [409, 'vote_is_open'],
    ])
    expect(refusalsOf([await ana.http.post(at.path, { ...request, key: 'not-hers-to-open' })])).toEqual([
      [403, 'not_allowed'],
    ])
  })

  test('that nobody can vote in is refused', async () => {
    const post = (setup: object) => at.operator.post(at.path, { key: 'some-key-1', title: '', setup: voteSetup(setup) })
    const viewer = await at.join('viewer')
    const decider = (participantId: string) => ({ decider: { participantId, superVotes: 1 } })
    const answers = [{ dots: 31 }, { dots: 0 }, { minutes: 25 * 60 }, decider('nobody'), decider(viewer.id)].map(post)
    expect(refusalsOf(await Promise.all(answers))).toEqual([
      [422, 'out_of_bounds'],
      [422, 'out_of_bounds'],
      [422, 'step_too_long'],
      [422, 'not_a_voter'],
      [422, 'not_a_voter'],
    ])
    expect((await post({ isSecret: 'perhaps' })).status).toBe(400)
  })

  test('keeps the words it was voted on, whatever becomes of the notes and of the board', async () => {
    await at.open()
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    const fay = await connectRaw(socketUrl(server), server.adminToken, { boardId: at.boardId })
    fay.edit((records) => records.remove('shape:b'))
    await until('the deletion to be stored', () => fay.saved.some(({ count }) => count > 0))
    const saved = await at.operator.post(`/api/boards/${at.boardId}/checkpoints`, { title: 'Before' })
    const { body } = await at.close()
    fay.edit((records) => records.put(note('shape:a', 'something else', { parentId: 'shape:zone' })))
    await until('the change to be stored', () => fay.saved.some(({ count }) => count > 1))
    fay.stop()
    await at.operator.post(`/api/boards/${at.boardId}/checkpoints/${saved.body.id}/restore`)
    const { result } = await at.viewOf(ana)
    expect(result.targets).toEqual(body.result.targets)
    expect(result.targets.map(({ text, isGone }: { text: string; isGone: boolean }) => [text, isGone])).toEqual([
      ['idea a', false],
      ['', true],
    ])
  })

  test('with a Decider counts her super-votes apart', async () => {
    await at.open({ decider: { participantId: ben.id, superVotes: 1 }, isStraw: true })
    await ana.put(0, 'a')
    await ben.put(0, 'a')
    expect((await ben.put(firstSuperSlot, 'b')).status).toBe(200)
    expect(refusalsOf([await ben.put(firstSuperSlot + 1, 'b'), await ana.put(firstSuperSlot, 'b')])).toEqual([
      [422, 'no_such_dot'],
      [422, 'no_such_dot'],
    ])
    expect((await at.close()).body.result).toMatchObject({
      ...{ votes: 2, superVotes: 1 },
      targets: [
        { targetId: 'shape:a', votes: 2, rank: 1, superRank: null },
        { targetId: 'shape:b', votes: 0, rank: null, superVotes: 1, superRank: 1 },
      ],
    })
  })

  test('inside of pictures takes dots at places, and tells them once it is closed', async () => {
    const fay = await connectRaw(socketUrl(server), server.adminToken, { boardId: at.boardId })
    fay.edit((records) => records.put(picture('shape:sketch', 'Storyboard', { parentId: 'shape:zone' })))
    await until('the picture to be stored', () => fay.saved.some(({ count }) => count > 0))
    fay.stop()
    await at.open({ target: 'pictures', dots: 3, decider: { participantId: ben.id, superVotes: 1 } })
    const first = await ana.put(0, 'sketch', { x: 0.25, y: 0.5 })
    expect(first.body.dots).toEqual([{ slot: 0, targetId: 'shape:sketch', point: { x: 0.25, y: 0.5 } }])
    expect((await ana.put(0, 'sketch', { x: 0.25, y: 0.5 })).status).toBe(200)
    await ana.put(1, 'sketch', { x: 0.25, y: 0.5 })
    await ben.put(firstSuperSlot, 'sketch', { x: 1, y: 0 })
    expect(
      refusalsOf([
        await ana.put(0, 'sketch', { x: 0.3, y: 0.5 }),
        await ana.put(2, 'sketch'),
        await ana.put(2, 'a', { x: 0.5, y: 0.5 }),
        await ana.put(2, 'sketch', { x: 1.2, y: 0.5 }),
        await ana.put(2, 'sketch', { x: 0.5 }),
      ]),
    ).toEqual([
      [409, 'dot_is_used'],
      [422, 'out_of_bounds'],
      [422, 'not_votable'],
      [400, 'invalid_input'],
      [400, 'invalid_input'],
    ])
    expect((await at.close()).body.result.targets).toMatchObject([
      {
        ...{ targetId: 'shape:sketch', kind: 'picture', text: 'Storyboard', votes: 2, superVotes: 1 },
        points: [
          { x: 0.25, y: 0.5, isSuper: false },
          { x: 0.25, y: 0.5, isSuper: false },
          { x: 1, y: 0, isSuper: true },
        ],
      },
    ])
  })

  test('is compared with others, which are closed', async () => {
    const first = await at.open()
    await ana.put(0, 'a')
    await at.close()
    const second = await at.open()
    await ana.put(0, 'b')
    const compare = () => ana.http.get(`/api/boards/${at.boardId}/vote-comparison?rounds=${first.id},${second.id}`)
    expect(refusalsOf([await compare()])).toEqual([[409, 'vote_is_open']])
    await at.close()
    expect((await compare()).body).toMatchObject({
      rounds: [{ number: 1 }, { number: 2 }],
      targets: [
        { targetId: 'shape:b', rounds: [null, { votes: 1, rank: 1 }] },
        { targetId: 'shape:a', rounds: [{ votes: 1, rank: 1 }, null] },
      ],
    })
    expect((await ana.http.get(`/api/boards/${at.boardId}/vote-comparison`)).status).toBe(400)
  })
})

test('a round that is opened in a step of mode vote belongs to it, and ends with its session and not with its step', async () => {
  const fay = commanderOf(at.operator, at.boardId)
  await at.operator.post(`/api/boards/${at.boardId}/session`, {})
  await fay.say({ type: 'add_step', step: { ...aStep, mode: 'vote' }, afterId: null } as SessionCommand)
  await fay.say({ type: 'add_step', step: aStep, afterId: null } as SessionCommand)
  await fay.say({ type: 'start' })
  const [first, second] = (await fay.now()).plan.steps
  const voting = first.mode === 'vote' ? first : second
  await fay.say({ type: 'jump', stepId: voting.id })
  const { id } = await fay.now()
  expect(await at.open()).toMatchObject({ sessionId: id, stepId: voting.id })
  await ana.put(0, 'a')
  await fay.say({ type: 'jump', stepId: voting === first ? second.id : first.id })
  expect((await ana.put(1, 'a')).status).toBe(200)
  expect((await fay.say({ type: 'end' })).status).toBe(200)
  const line = await connectRaw(socketUrl(server), ana.token, { boardId: at.boardId })
  await until('the round to be closed', () => line.sessions.some(({ votes }) => votes?.closed?.id === at.roundId))
  line.stop()
  const { result } = await at.viewOf(ana)
  expect(result.votes).toBe(2)
  // The summary is right to the vote, and tells how many dots each person used to facilitators only.
  const summaryFor = async (http: TestVoter['http']) =>
    (await http.get(`/api/boards/${at.boardId}/sessions/${id}`)).body.votes
  expect(await summaryFor(ana.http)).toMatchObject([{ id: at.roundId, stepId: voting.id, result }])
  expect((await summaryFor(at.operator))[0].result.voters).toHaveLength(1)
})

test('the summary of a session has the loose votes of its time, and no others', async () => {
  const round = async (target: string) => {
    const { id } = await at.open()
    await ana.put(0, target)
    await at.close()
    return id
  }
  await round('a')
  const fay = commanderOf(at.operator, at.boardId)
  await at.operator.post(`/api/boards/${at.boardId}/session`, {})
  await fay.say({ type: 'add_step', step: aStep, afterId: null } as SessionCommand)
  await fay.say({ type: 'start' })
  const { id } = await fay.now()
  const meanwhile = [await round('b'), await round('c')]
  await fay.say({ type: 'end' })
  await round('d')
  const { votes } = (await ana.http.get(`/api/boards/${at.boardId}/sessions/${id}`)).body
  expect(votes.map((one: { id: string; sessionId: null }) => [one.id, one.sessionId])).toEqual(
    meanwhile.map((one) => [one, null]),
  )
  expect(votes.map(countsOf)).toEqual([{ 'shape:b': 1 }, { 'shape:c': 1 }])
})
