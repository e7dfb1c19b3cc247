import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { firstSuperSlot } from '#shared/session/votes/budget.ts'
import { tally } from '#shared/session/votes/tally.ts'
import { ballot, dot, voteSetup } from '#shared/session/votes/testing/votes.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { NewDot, VoteStore } from '../../domain/vote/vote-store.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createSqlBoardStore } from './sql-board-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'
import { createSqlPilotStore } from './sql-pilot-store.ts'
import { createSqlVoteStore } from './sql-vote-store.ts'

let dir: TempDir
let path: string
let database: SqlDatabase
let store: VoteStore
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  database = await openSqlDatabase(path)
  store = createSqlVoteStore(database)
  const pilot = { id: 'pilot', slug: 'p', title: 'P', challenge: '', owner: '', department: '', stoppedReason: '' }
  await createSqlPilotStore(database).create({ ...pilot, stage: 'idea', createdAtMs: 0, changedAtMs: 0 })
  const facts = { pilotId: 'pilot', title: 'B', template: null, templateVersion: null, createdAtMs: 0, changedAtMs: 0 }
  const state = { changedBy: null, archivedAtMs: null, deletedAtMs: null, isDoorLocked: false }
  await createSqlBoardStore(database).create({ id: 'board', ...facts, ...state }, encodeNewBoard([]))
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

const open = (setup: Partial<VoteSetup> = {}, closesAtMs: number | null = null) =>
  store.open({
    ...{ id: 'round', boardId: 'board', key: 'key', title: '', setup: voteSetup(setup), sessionId: null, stepId: null },
    ...{ openedAtMs: 1, openedByName: 'Fay', closesAtMs },
  })
const newDot = (who: string, slot: number, target: string, overrides: Partial<NewDot> = {}): NewDot => ({
  ...{ roundId: 'round', dot: dot(who, slot, target), kind: 'dot', atMs: 5 },
  voter: { name: who, weight: 1, joinedLater: false },
  ...overrides,
})
const closing = (touches: number, isSecret = false) => ({
  ...{ touches, atMs: 9, isSecret },
  result: tally({ setup: voteSetup({ isSecret }) }, { dots: [], ballots: [], targetOf: () => undefined }),
})

describe('a dot', () => {
  test('is taken within the budget of whom the voter stands for, before the deadline, in an open round', async () => {
    await open({ dots: 2, decider: { participantId: 'dora', superVotes: 1 } }, 10)
    const table = { voter: { name: 'Table 3', weight: 5, joinedLater: false } }
    expect(await store.putDot(newDot('ana', 1, 'a'))).toBe(true)
    expect(await store.putDot(newDot('ana', 2, 'a'))).toBe(false)
    expect(await store.putDot(newDot('table', 9, 'a', table))).toBe(true)
    expect(await store.putDot(newDot('table', 10, 'a', table))).toBe(false)
    expect(await store.putDot(newDot('ana', firstSuperSlot, 'a', { kind: 'super' }))).toBe(false)
    expect(await store.putDot(newDot('dora', firstSuperSlot, 'a', { kind: 'super' }))).toBe(true)
    expect(await store.putDot(newDot('dora', firstSuperSlot + 1, 'a', { kind: 'super' }))).toBe(false)
    expect(await store.putDot(newDot('ana', 0, 'a', { atMs: 10 }))).toBe(false)
    expect(await store.removeDot('round', 'ana', 1, 10)).toBe(false)
    expect((await store.given('round')).dots).toHaveLength(3)
  })

  test('of many that race for one slot is taken once, and leaves nothing of the others', async () => {
    await open()
    const taken = await Promise.all(Array.from({ length: 200 }, (_, i) => store.putDot(newDot('ana', 0, `shape:${i}`))))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await store.given('round')).toMatchObject({ dots: [{ slot: 0 }], ballots: [{ name: 'ana' }], touches: 1 })
  })

  test('is not taken from who is left out, nor from who was removed from the board', async () => {
    await open()
    await store.leaveOut('round', ballot('ana', { isLeftOut: true }))
    expect(await store.putDot(newDot('ana', 0, 'a'))).toBe(false)
    const db = new Sqlite(path)
    db.exec(`INSERT INTO guest VALUES ('guest', 'hash', 0);
      INSERT INTO participant (id, board_id, guest_id, role, name, joined_at_ms, removed_at_ms)
      VALUES ('ben', 'board', 'guest', 'editor', 'Ben', 0, 3)`)
    db.close()
    expect(await store.putDot(newDot('ben', 0, 'a'))).toBe(false)
    expect(await store.putDot(newDot('eva', 0, 'a'))).toBe(true)
  })
})

describe('closing', () => {
  test('fails where a dot came after the count, and is done once', async () => {
    await open()
    await store.putDot(newDot('ana', 0, 'a'))
    const { touches } = await store.given('round')
    await store.putDot(newDot('ana', 1, 'a'))
    expect(await store.close('round', closing(touches))).toBe(false)
    await store.removeDot('round', 'ana', 1, 5)
    expect(await store.close('round', closing(touches + 1))).toBe(false)
    expect(await store.close('round', closing(touches + 2))).toBe(true)
    expect(await store.close('round', closing(touches + 2))).toBe(false)
    expect(await store.putDot(newDot('ben', 0, 'a'))).toBe(false)
    expect(await store.leaveOut('round', ballot('ana', { isLeftOut: true }))).toBe(false)
    expect((await store.given('round')).dots).toHaveLength(1)
  })

  test('of a secret round deletes who gave which dot in the same commit', async () => {
    await open({ isSecret: true })
    await store.putDot(newDot('ana', 0, 'a'))
    expect(await store.close('round', closing(0, true))).toBe(false)
    expect((await store.given('round')).dots).toHaveLength(1)
    expect(await store.close('round', closing(1, true))).toBe(true)
    expect((await store.given('round')).dots).toHaveLength(0)
  })
})

test('a board that is gone for good takes its votes with it', async () => {
  await open()
  await store.putDot(newDot('ana', 0, 'a'))
  await createSqlBoardStore(database).update('board', { deletedAtMs: 5 })
  await createSqlBoardStore(database).purgeDeletedBefore(10)
  const db = new Sqlite(path)
  for (const table of ['vote_round', 'vote_voter', 'vote_dot'])
    expect(db.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 })
  db.close()
})
