import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { systemClock } from '../system/system-clock.ts'
import { members, startSyncServer, testBoardId } from './sync-server.ts'

// A server in a process of its own, so that a test can kill it. Says its address, then a line for each snapshot that it
// begins, where it makes them without a pause.
const path = process.argv[2]
if (!path) throw new Error('the path of the database is missing')
const database = await openSqlDatabase(path)
const log = createSqlBoardLog(database, systemClock)
const server = await startSyncServer({
  log,
  members: members({ ana: 'editor', ben: 'editor', eva: 'editor', fay: 'facilitator' }),
})
process.stdout.write(`${server.url}\n`)

while (process.argv[3] === 'compact') {
  process.stdout.write('snapshot\n')
  await log.compact(testBoardId)
  // Where there was nothing to do, the loop must let others in.
  await new Promise((resolve) => setImmediate(resolve))
}
