import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import type { Session } from '#shared/session/session.ts'
import { having, plan, session, step } from '#shared/session/testing/sessions.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { createSqlBoardStore } from '../../storage/sql/sql-board-store.ts'
import { openSqlDatabase } from '../../storage/sql/sql-database.ts'
import { createSqlPilotStore } from '../../storage/sql/sql-pilot-store.ts'
import { createSqlVoteStore } from '../../storage/sql/sql-vote-store.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { boardMember, testBoardId } from '../../testing/sync-server.ts'
import { makeTempDir } from '../../testing/temp-dir.ts'
import { createVotes } from './votes.ts'

test('[VO4] a round whose session ends while it is being opened is closed with it', async () => {
  const dir = await makeTempDir()
  const database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  const pilot = { id: 'pilot', slug: 'p', title: 'P', challenge: '', owner: '', department: '', stoppedReason: '' }
  await createSqlPilotStore(database).create({ ...pilot, stage: 'idea', createdAtMs: 0, changedAtMs: 0 })
  const facts = { pilotId: 'pilot', title: 'B', template: null, templateVersion: null, createdAtMs: 0, changedAtMs: 0 }
  const state = { changedBy: null, archivedAtMs: null, deletedAtMs: null, isDoorLocked: false }
  await createSqlBoardStore(database).create({ id: testBoardId, ...facts, ...state }, encodeNewBoard([]))

  const voting = plan({ steps: [step('one', { mode: 'vote' })] })
  let current: Session | undefined = having(session({ boardId: testBoardId, plan: voting }), { type: 'start' })
  const { id: sessionId } = current
  const store = createSqlVoteStore(database)
  const ignore = () => undefined
  const votes = createVotes({
    store: {
      ...store,
      async open(round) {
        const opened = await store.open(round)
        current = undefined
        await votes.sessionEnded(testBoardId, sessionId)
        return opened
      },
    },
    rooms: { readRecords: async () => [], versionOf: async () => '1', tellVotes: ignore },
    currentSession: async () => current,
    roll: { list: async () => [], find: async () => undefined, isVoter: async () => true },
    secrets: { newId: () => 'round' },
    clock: manualClock(),
    logger: { info: ignore, warn: ignore, error: ignore },
  })
  const fay = boardMember('fay', { role: 'facilitator' })
  const view = await votes.open(fay, { key: 'key-of-round', title: 'Which?', setup: voteSetup() })
  expect(view).toMatchObject({ sessionId, closedAtMs: expect.any(Number), result: { votes: 0 } })
  expect(votes.isOpen(testBoardId)).toBe(false)
  expect(await store.listOpen()).toEqual([])
  await database.close()
  await dir.remove()
})
