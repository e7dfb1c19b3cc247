import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { encodeSync } from '#shared/protocol/frames.ts'
import type { Peer } from '../domain/room/connection.ts'
import { createRoomRegistry } from '../domain/room/room-registry.ts'
import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { createRoomMachine } from '../system/room-machine.ts'
import { systemClock } from '../system/system-clock.ts'
import { note } from './board-content.ts'
import { createSeededRandom } from './seeded-random.ts'
import { boardMember, testBoardId } from './sync-server.ts'
import { makeTempDir } from './temp-dir.ts'
import { until } from './until.ts'

export type DragResult = {
  readonly records: number
  readonly steps: number
  /** The records as JSON: what there is to store. */
  readonly contentBytes: number
  /** Both snapshots and all rows that are kept, once the last one has left. */
  readonly storedBytes: number
  readonly largestStoredBytes: number
  readonly snapshots: number
  readonly snapshotsWhileBusy: number
  readonly slowestSnapshotMs: number
  /** Of the thread that takes edits, in milliseconds. */
  readonly lagMs: { readonly p50: number; readonly p99: number; readonly max: number }
  readonly logged: readonly string[]
}

/**
 * One person drags notes on a large board, `together` at a time, one step after the other as fast as they are taken, or as
 * many a second as is said: the board is never quiet.
 */
export async function runDragCampaign(given: {
  readonly records: number
  readonly steps: number
  readonly together: number
  readonly perSecond?: number
}): Promise<DragResult> {
  const dir = await makeTempDir()
  const path = join(dir.path, 'test.sqlite')
  const database = await openSqlDatabase(path)
  const log = createSqlBoardLog(database, systemClock)
  const logged: string[] = []
  const takeNote = (_fields: object, sentence: string) => void logged.push(sentence)
  let snapshots = 0
  let slowestSnapshotMs = 0
  const rooms = createRoomRegistry({
    log: {
      ...log,
      async compact(boardId, isForLong) {
        const done = await log.compact(boardId, isForLong)
        if (!done) return done
        snapshots += 1
        slowestSnapshotMs = Math.max(slowestSnapshotMs, Math.round(done.tookMs))
        return done
      },
    },
    clock: systemClock,
    machine: createRoomMachine(),
    logger: { info: takeNote, warn: takeNote, error: takeNote },
    lastKept: async () => undefined,
    isStoredFile: () => true,
    sessionOf: async () => undefined,
    votesOf: () => undefined,
    isVotedIn: () => false,
    onLeaderGone: () => undefined,
    onPeopleAtTables: () => undefined,
    onGuests: () => undefined,
    emptyRoomKeptMs: 0,
  })
  const measuring = new Sqlite(path, { readonly: true })
  const stored = () =>
    Number(
      measuring
        .prepare(
          `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM board_update)
                + (SELECT coalesce(sum(length(bytes)), 0) FROM board_snapshot)`,
        )
        .pluck()
        .get(),
    )
  try {
    const room = await rooms.open(testBoardId)
    let sent = 0
    const peer: Peer = {
      send: () => undefined,
      ping: () => undefined,
      close: () => undefined,
      bufferedBytes: 0,
      takesDeflated: false,
    }
    const connection = room.join(boardMember('ana'), peer, { isExtended: false })
    const doc = new Y.Doc()
    const board = openBoardRecords(doc)
    const random = createSeededRandom(1)
    doc.on('update', (update: Uint8Array) => {
      sent += 1
      connection.receive(encodeSync('update', update))
    })
    const ids = Array.from({ length: given.records }, (_, i) => `shape:n${i}`)
    for (let i = 0; i < ids.length; i += 100) {
      doc.transact(() => {
        for (const id of ids.slice(i, i + 100)) board.put(note(id, `This is note ${id}, with some words on it`))
      })
    }
    const lag = monitorEventLoopDelay({ resolution: 5 })
    lag.enable()
    let largestStoredBytes = 0
    let dragged: string[] = []
    const beganAtMs = performance.now()
    const aheadMs = (step: number) =>
      (step * 1_000) / (given.perSecond ?? Number.POSITIVE_INFINITY) + beganAtMs - performance.now()
    // On, where the machine is too slow to have made one: quiet must not be what it waits for.
    for (let step = 0; step < given.steps || (snapshots === 0 && step < given.steps * 50); step += 1) {
      if (step % 30 === 0) dragged = Array.from({ length: given.together }, () => random.pick(ids))
      doc.transact(() => {
        for (const id of dragged) doc.getMap('records').set(`${id}/at`, [step, random.below(1_000), 0, 'page:page'])
      })
      // As from a socket: edits come in turns of the loop, not in one.
      if (step % 10 === 0) await (aheadMs(step) > 1 ? delay(aheadMs(step)) : turn())
      if (step % 1_000 === 0) largestStoredBytes = Math.max(largestStoredBytes, stored())
    }
    lag.disable()
    largestStoredBytes = Math.max(largestStoredBytes, stored())
    const contentBytes = JSON.stringify(await rooms.readRecords(testBoardId)).length
    const snapshotsWhileBusy = snapshots
    connection.leave()
    await until('the room to be gone', () => rooms.liveBoards() === 0, 60_000)
    return {
      records: given.records,
      steps: sent,
      contentBytes,
      storedBytes: stored(),
      largestStoredBytes,
      snapshots,
      snapshotsWhileBusy,
      slowestSnapshotMs,
      lagMs: { p50: lag.percentile(50) / 1e6, p99: lag.percentile(99) / 1e6, max: lag.max / 1e6 },
      logged,
    }
  } finally {
    measuring.close()
    await rooms.drain()
    await database.close()
    await dir.remove()
  }
}
