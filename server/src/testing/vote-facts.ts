import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import { note, zone } from './board-content.ts'
import { board, participant } from './facts.ts'
import { type HttpClient, program, type Reachable } from './http-client.ts'
import { writeOn } from './write-on.ts'

/** A board with a zone `ideas` that holds the notes a to e, and a note `outside` beside it. */
export async function boardToVoteOn(server: Reachable): Promise<{ id: string; path: string }> {
  const { id } = await board(server)
  await writeOn(server, id, (records) => {
    records.put(zone('shape:zone'))
    for (const name of 'abcde') records.put(note(`shape:${name}`, `idea ${name}`, { parentId: 'shape:zone' }))
    records.put(note('shape:outside', 'elsewhere'))
  })
  return { id, path: `/api/boards/${id}/votes` }
}

let keys = 0

/** Opens a round as the operator. */
export async function openRound(server: Reachable, path: string, setup: Partial<VoteSetup> = {}) {
  keys += 1
  const body = { key: `key-of-round-${keys}`, title: 'Which first?', setup: voteSetup(setup) }
  return (await program(server).post(path, body)).body
}

export type TestVoter = {
  readonly id: string
  readonly token: string
  readonly http: HttpClient
  /** The browser in which she joined. */
  readonly device: HttpClient
  put(slot: number | string, target: string, more?: object): ReturnType<HttpClient['get']>
  remove(slot: number | string): ReturnType<HttpClient['get']>
}

export async function voter(
  server: Reachable,
  boardId: string,
  roundId: () => string,
  role: 'facilitator' | 'editor' | 'table' | 'viewer' = 'editor',
  said: { standsFor?: number } = {},
): Promise<TestVoter> {
  const { joined, device } = await participant(server, boardId, role, said)
  const http = program(server, joined.token)
  const path = (slot: number | string) => `/api/boards/${boardId}/votes/${roundId()}/dots/${slot}`
  return {
    ...{ id: joined.participantId, token: joined.token, http, device },
    put: (slot, target, more = {}) =>
      http.send('PUT', path(slot), JSON.stringify({ target: `shape:${target}`, ...more }), {
        'content-type': 'application/json',
      }),
    remove: (slot) => http.delete(path(slot)),
  }
}

/** A board that is voted on, with the round that was opened last. */
export type VotedBoard = Awaited<ReturnType<typeof votedBoard>>

export async function votedBoard(server: Reachable) {
  const { id: boardId, path } = await boardToVoteOn(server)
  const operator = program(server)
  let roundId = ''
  return {
    ...{ boardId, path, operator },
    get roundId() {
      return roundId
    },
    join: (role?: Parameters<typeof voter>[3], said?: Parameters<typeof voter>[4]) =>
      voter(server, boardId, () => roundId, role, said),
    async open(setup: Partial<VoteSetup> = {}) {
      const round = await openRound(server, path, setup)
      roundId = round.id
      return round
    },
    close: () => operator.post(`${path}/${roundId}/close`),
    viewOf: async (one: TestVoter) => (await one.http.get(`${path}/${roundId}`)).body,
  }
}

/** How many votes each target has. */
export function countsOf(round: {
  result: { targets: { targetId: string; votes: number }[] }
}): Record<string, number> {
  return Object.fromEntries(round.result.targets.map(({ targetId, votes }) => [targetId, votes]))
}

export function refusalsOf(answers: readonly { status: number; body: { code?: string } }[]) {
  return answers.map(({ status, body }) => [status, body.code])
}
