import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { beginVoting } from '../../../testing/begin-voting.ts'
import { program, socketUrl } from '../../../testing/http-client.ts'
import { connectRaw } from '../../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'
import {
  boardToVoteOn,
  countsOf,
  openRound,
  refusalsOf,
  type TestVoter,
  type VotedBoard,
  voter,
} from '../../../testing/vote-facts.ts'

let server: TestServer
let at: VotedBoard
let ana: TestVoter
let ben: TestVoter
beginVoting((facts) => {
  ;({ server, at, ana, ben } = facts)
})

describe('until it is closed', () => {
  test('[VO1] nobody gets a tally or another’s dots, whatever is asked and whatever is heard', async () => {
    const fay = await at.join('facilitator')
    const everybody = [ana, ben, fay, await at.join('viewer')]
    const lines = await Promise.all(
      everybody.map(({ token }) => connectRaw(socketUrl(server), token, { boardId: at.boardId })),
    )
    const heardBefore = lines.map(({ frames }) => frames.length)
    await at.open({ dots: 7 })
    for (const slot of [0, 1, 2, 3, 4]) await ana.put(slot, 'c')
    await ben.put(0, 'd')
    const asked = await Promise.all(
      everybody.flatMap(({ http }) => [
        http.get(at.path),
        http.get(`${at.path}/${at.roundId}`),
        http.get(`/api/boards/${at.boardId}/vote-comparison?rounds=${at.roundId}`),
        http.get(`/api/boards/${at.boardId}`),
        http.get(`/api/boards/${at.boardId}/session`),
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
    expect(
      (await at.viewOf(fay)).voters.find((one: { participantId: string }) => one.participantId === ana.id),
    ).toEqual({
      ...{ participantId: ana.id, name: 'Sela', joinedLater: false, isLeftOut: false },
      ...{ budget: { dots: 7, superVotes: 0 }, used: { dots: 5, superVotes: 0 } },
    })
    for (const line of lines) line.stop()
  })
})

test('[VO2] a round is told to everybody at once, a dot to all lines of its owner, and what stands to who comes later', async () => {
  const connect = (one: TestVoter) => connectRaw(socketUrl(server), one.token, { boardId: at.boardId })
  const lines = [await connect(ana), await connect(ana), await connect(ben)]
  const votesOf = (line: (typeof lines)[number]) => line.sessions.findLast(({ votes }) => votes)?.votes
  await at.open({ minutes: 5 })
  await until('the round', () => lines.every((line) => votesOf(line)?.open?.id === at.roundId))
  await ana.put(1, 'a')
  const dots = [{ slot: 1, targetId: 'shape:a', point: null }]
  for (const line of lines.slice(0, 2)) await until('the dot', () => votesOf(line)?.open?.own?.dots.length === 1)
  const later = await connect(ana)
  await until('the votes', () => votesOf(later))
  expect(later.sessions[0]).toMatchObject({ votes: { open: { own: { dots } } }, serverNowMs: expect.any(Number) })
  const { body } = await at.close()
  await until('the end', () => [...lines, later].every((line) => votesOf(line)?.open === null))
  expect(votesOf(lines[2] ?? later)).toEqual({ open: null, closed: { id: at.roundId, revision: body.revision } })
  for (const line of [...lines, later]) line.stop()
})

describe('somebody who is left out', () => {
  const leaveOut = (one: TestVoter, isLeftOut: boolean) =>
    at.operator.patch(`${at.path}/${at.roundId}/voters/${one.id}`, { isLeftOut })

  test('before the end is told, can put no more, and is not counted', async () => {
    await at.open()
    const late = await at.join()
    await late.put(0, 'a')
    await ana.put(0, 'b')
    expect((await leaveOut(late, true)).body.voters).toContainEqual({
      ...{ participantId: late.id, name: 'Sela', joinedLater: true, isLeftOut: true },
      ...{ budget: { dots: 3, superVotes: 0 }, used: { dots: 1, superVotes: 0 } },
    })
    expect((await at.viewOf(late)).own.isLeftOut).toBe(true)
    expect(refusalsOf([await late.put(1, 'a')])).toEqual([[403, 'left_out_of_vote']])
    await leaveOut(late, false)
    expect((await late.put(1, 'a')).status).toBe(200)
    await leaveOut(late, true)
    expect(
      refusalsOf([await ana.http.patch(`${at.path}/${at.roundId}/voters/${ben.id}`, { isLeftOut: true })]),
    ).toEqual([[403, 'not_allowed']])
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:b': 1, 'shape:a': 0 })
  })

  test('afterwards is recorded, and can be taken in again, also by two at once', async () => {
    await at.open()
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    await at.close()
    await Promise.all([leaveOut(ana, true), leaveOut(ben, true)])
    const { result, revision } = await at.viewOf(ana)
    expect(revision).toBe(2)
    expect(result.votes).toBe(0)
    expect(
      result.changes.map((change: { byName: string; isLeftOut: boolean }) => [change.byName, change.isLeftOut]),
    ).toEqual([
      ['Administrator', true],
      ['Administrator', true],
    ])
    expect(countsOf((await leaveOut(ana, false)).body)).toEqual({ 'shape:a': 1, 'shape:b': 0 })
    expect((await leaveOut(ana, false)).body.revision).toBe(3)
    expect(refusalsOf([await leaveOut(await at.join(), true)])).toEqual([[404, 'person_not_found']])
  })

  test('of a secret round has to be left out before its end', async () => {
    await at.open({ isSecret: true })
    await ana.put(0, 'a')
    await ben.put(0, 'b')
    await leaveOut(ben, true)
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:b': undefined, 'shape:a': 1 })
    expect(refusalsOf([await leaveOut(ana, true)])).toEqual([[409, 'vote_is_secret']])
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
