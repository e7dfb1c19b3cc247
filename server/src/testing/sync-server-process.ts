import { rootRecords } from '#shared/board/new-board.ts'
import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { createSqlLayerStore } from '../storage/sql/sql-layer-store.ts'
import { gzipRecordPacking } from '../system/gzip-record-packing.ts'
import { systemClock } from '../system/system-clock.ts'
import { generation } from './generation.ts'
import { boardMember, members, startSyncServer, testBoardId } from './sync-server.ts'

// A server in a process of its own, so that a test can kill it. Says its address, then a line for each snapshot that it
// begins, for each restore that is done, or for each reveal, where it does one of them without a pause.
const path = process.argv[2]
if (!path) throw new Error('the path of the database is missing')
const database = await openSqlDatabase(path)
const log = createSqlBoardLog(database, systemClock)
const server = await startSyncServer({
  log,
  layerStore: createSqlLayerStore(database),
  members: members({ ana: 'editor', ben: 'editor', eva: 'editor', fay: 'facilitator' }),
})
process.stdout.write(`${server.url}\n`)

while (process.argv[3] === 'compact') {
  process.stdout.write('snapshot\n')
  await log.compact(testBoardId)
  // Where there was nothing to do, the loop must let others in.
  await new Promise((resolve) => setImmediate(resolve))
}

for (let i = 0; process.argv[3] === 'restore'; i += 1) {
  await server.rooms.restore(testBoardId, {
    records: [...rootRecords, ...generation.notes(`${process.pid}_${i}`)],
    restoration: { title: 'Again', copiedAtMs: 0, byName: 'Fay' },
    participantId: 'fay',
    keep: async (records) => {
      const contents = await gzipRecordPacking.pack(records)
      const facts = {
        kind: 'before_restore',
        title: null,
        createdAtMs: 0,
        createdBy: 'fay',
        createdByName: 'Fay',
      } as const
      return { id: `before-${process.pid}-${i}`, boardId: testBoardId, ...facts, shapeCount: 0, bytes: 0, contents }
    },
  })
  process.stdout.write('restored\n')
  // Long enough for people to come back and write.
  await new Promise((resolve) => setTimeout(resolve, 10))
}

while (process.argv[3] === 'reveal') {
  const { shapeCount } = await server.layers.reveal(boardMember('fay', { role: 'facilitator' }), { scope: 'all' })
  if (shapeCount > 0) process.stdout.write('revealed\n')
  // Long enough for people to come back and write.
  await new Promise((resolve) => setTimeout(resolve, 10))
}
