import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { applyCommand } from '#shared/session/apply-command.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import { newSession } from '#shared/session/plan-from-template.ts'
import type { Session } from '#shared/session/session.ts'
import type { SaidCommand, SessionStore } from '../../domain/session/session-store.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createSqlBoardStore } from './sql-board-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'
import { createSqlPilotStore } from './sql-pilot-store.ts'
import { createSqlSessionStore } from './sql-session-store.ts'

let dir: TempDir
let path: string
let database: SqlDatabase
let store: SessionStore
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  database = await openSqlDatabase(path)
  store = createSqlSessionStore(database)
  const pilot = { id: 'pilot', slug: 'p', title: 'P', challenge: '', owner: '', department: '', stoppedReason: '' }
  await createSqlPilotStore(database).create({ ...pilot, stage: 'idea', createdAtMs: 0, changedAtMs: 0 })
  await addBoard('board')
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

async function addBoard(id: string) {
  const facts = { pilotId: 'pilot', title: 'B', template: null, templateVersion: null, createdAtMs: 0, changedAtMs: 0 }
  const state = { changedBy: null, archivedAtMs: null, deletedAtMs: null, isDoorLocked: false }
  await createSqlBoardStore(database).create({ id, ...facts, ...state }, encodeNewBoard([]))
}

const fay = { participantId: 'fay', name: 'Fay', role: 'facilitator' } as const
const words = { prompt: { en: '' }, notes: { en: '' }, zones: [], tools: [], feeds: [] }
const step = { ...words, id: 'one', title: { en: 'One' }, minutes: 5, mode: 'open' } as const
const steps = [{ ...step, zones: [], tools: [], feeds: [], isKeptToZones: false, isAnonymous: false }]
const about = { title: 'Café', startsAtMs: null, timeZone: 'UTC', format: 'hybrid', meetingUrl: null } as const
const session = (id = 'session-1', boardId = 'board') =>
  newSession(id, boardId, { ...about, expectedPeople: null, steps }, 'fay')
const said = (key: string, command: SessionCommand): SaidCommand => ({ key, by: fay, atMs: 1, command })
function having(before: Session, command: SessionCommand): Session {
  const applied = applyCommand(before, command, { nowMs: 1, by: fay, newId: () => 'new' })
  if (applied.status === 'refused') throw new Error(applied.code)
  return applied.session
}

const ana = { participantId: 'ana', name: 'Ana', country: 'FJ', organisation: null, standsFor: 1 }

describe('a board', () => {
  test('has one session that is not over, however many want to make one', async () => {
    const made = await Promise.allSettled([1, 2, 3].map((i) => store.create(session(`session-${i}`), 1)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(store.create(session('session-9'), 1)).rejects.toMatchObject({ code: 'session_exists' })
    await expect(store.create(session('session-9', 'nowhere'), 1)).rejects.toMatchObject({ code: 'board_not_found' })
  })

  test('keeps those that are over, and takes another', async () => {
    await store.create(session(), 1)
    const started = having(session(), { type: 'start' })
    const ended = having(started, { type: 'end' })
    expect(await store.save(session(), started, said('start', { type: 'start' }))).toBe(true)
    expect(await store.save(started, ended, said('end', { type: 'end' }))).toBe(true)
    expect(await store.current('board')).toBeUndefined()
    expect(await store.listOver('board')).toEqual([{ id: 'session-1', title: 'Café', startedAtMs: 1, endedAtMs: 1 }])
    expect(await store.find('board', 'session-1')).toEqual(ended)
    expect(await store.find('another', 'session-1')).toBeUndefined()
    await store.create(session('session-2'), 2)
  })
})

describe('a change', () => {
  test('is kept with what made it, once', async () => {
    await store.create(session(), 1)
    const started = having(session(), { type: 'start' })
    expect(await store.save(session(), started, said('key-1', { type: 'start' }))).toBe(true)
    expect(await store.hasCommand('session-1', 'fay', 'key-1')).toBe(true)
    expect(await store.hasCommand('session-1', 'gus', 'key-1')).toBe(false)
    const paused = having(started, { type: 'pause' })
    expect(await store.save(started, paused, said('key-1', { type: 'pause' }))).toBe(false)
    expect(await store.current('board')).toEqual(started)
  })

  test('of what the session is not any more is refused, with its command', async () => {
    await store.create(session(), 1)
    const started = having(session(), { type: 'start' })
    await store.save(session(), started, said('key-1', { type: 'start' }))
    expect(await store.save(session(), started, said('key-2', { type: 'start' }))).toBe(false)
    expect(await store.hasCommand('session-1', 'fay', 'key-2')).toBe(false)
  })
})

describe('the record of a step', () => {
  const left = { sessionId: 'session-1', stepId: 'one', title: { en: 'One' }, enteredAtMs: 1, leftAtMs: 2 } as const
  const due = { ...left, people: [], notesByZone: null, checkpointId: null, tables: null, keeping: 'due' } as const

  test('is due with the change that leaves the step, until it is kept', async () => {
    await store.create(session(), 1)
    const started = having(session(), { type: 'start' })
    await store.save(session(), started, said('key-1', { type: 'start' }))
    const ended = having(started, { type: 'end' })
    expect(await store.save(session(), ended, said('key-2', { type: 'end' }), due)).toBe(false)
    expect(await store.listDue()).toEqual([])
    expect(await store.save(started, ended, said('key-2', { type: 'end' }), due)).toBe(true)
    expect(await store.listDue()).toEqual([{ boardId: 'board', record: due }])
    const kept = { ...due, people: [ana], notesByZone: { '': 3 }, checkpointId: 'copy', keeping: 'kept' } as const
    await store.keepStepRecord(kept)
    expect(await store.listDue()).toEqual([])
    expect(await store.stepRecords('session-1')).toEqual([kept])
  })

  test('is beside who was there, each once, as she was last', async () => {
    await store.create(session(), 1)
    const ben = { ...ana, participantId: 'ben', name: 'Ben' }
    await store.addGuests('session-1', [ana, ben])
    await store.addGuests('session-1', [{ ...ana, standsFor: 4 }])
    expect(await store.guests('session-1')).toEqual([{ ...ana, standsFor: 4 }, ben])
  })
})

test('a state that is not what was written is not played', async () => {
  await store.create(session(), 1)
  const db = new Sqlite(path)
  db.exec(`UPDATE session SET state = replace(state, '"minutes":5', '"minutes":6')`)
  db.close()
  await expect(store.current('board')).rejects.toMatchObject({ code: 'session_damaged' })
})

test('a board that is gone for good takes its sessions with it', async () => {
  await store.create(session(), 1)
  const started = having(session(), { type: 'start' })
  await store.save(session(), started, said('key-1', { type: 'start' }))
  const visit = { sessionId: 'session-1', stepId: 'one', title: { en: 'One' }, enteredAtMs: 1, leftAtMs: 2, people: [] }
  const tables = [{ zone: 'table-1', people: ['ana'] }]
  await store.keepStepRecord({ ...visit, notesByZone: { gallery: 3 }, checkpointId: null, tables, keeping: 'kept' })
  await store.addGuests('session-1', [ana])
  expect(await store.stepRecords('session-1')).toMatchObject([{ stepId: 'one', notesByZone: { gallery: 3 }, tables }])
  await createSqlBoardStore(database).update('board', { deletedAtMs: 5 })
  await createSqlBoardStore(database).purgeDeletedBefore(10)
  const db = new Sqlite(path)
  for (const table of ['session', 'session_command', 'step_record', 'session_guest'])
    expect(db.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 })
  db.close()
})
