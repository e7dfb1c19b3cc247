import { afterEach, expect, test, vi } from 'vitest'
import { budgetOf } from '#shared/session/votes/budget.ts'
import type { OpenVote, OwnVote, VotesNews } from '#shared/session/votes/round.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import type { BoardConnection, ConnectionStatus } from '../../sync/board-connection.ts'
import { createWritable } from '../../sync/readable.ts'
import { openVoteDesk } from './open-vote-desk.ts'

afterEach(() => vi.unstubAllGlobals())

const setup = voteSetup()
const own: OwnVote = { budget: budgetOf(setup, { participantId: 'ana', weight: 1 }), dots: [], isLeftOut: false }
const open: OpenVote = {
  ...{ id: 'round', number: 1, title: '', setup, sessionId: null, stepId: null, openedAtMs: 0, openedByName: 'Fay' },
  ...{ closesAtMs: null, closedAtMs: null, revision: 1, own, voters: null },
}
const connection = {
  boardId: 'board-one',
  votes: createWritable<VotesNews | undefined>({ open, closed: null }),
  connection: createWritable<ConnectionStatus>({ status: 'online' }),
}

function isLeavingAskedAbout(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

test('[CN8] leaving is asked about while a dot has not arrived, and not otherwise', async () => {
  let isThere = false
  vi.stubGlobal('fetch', async () => {
    if (!isThere) throw new TypeError('no line')
    return Response.json({ ...own, dots: [{ slot: 0, targetId: 'shape:ferry', point: null }] })
  })
  const desk = openVoteDesk(connection as Partial<BoardConnection> as BoardConnection, () => undefined)
  expect(isLeavingAskedAbout()).toBe(false)
  desk.put({ targetId: 'shape:ferry', point: null }, 'dot')
  await vi.waitUntil(() => desk.isWaiting.get())
  expect(isLeavingAskedAbout()).toBe(true)
  isThere = true
  // The line is back.
  connection.connection.set({ status: 'offline', retryAtMs: null })
  connection.connection.set({ status: 'online' })
  await vi.waitUntil(() => !desk.isWaiting.get())
  expect(isLeavingAskedAbout()).toBe(false)
  desk.put({ targetId: 'shape:radio', point: null }, 'dot')
  expect(isLeavingAskedAbout()).toBe(true)
  desk.stop()
  expect(isLeavingAskedAbout()).toBe(false)
})
