import { createSqlBoardLog } from '../storage/sql/sql-board-log.ts'
import { openSqlDatabase } from '../storage/sql/sql-database.ts'
import { systemClock } from '../system/system-clock.ts'
import { members, startSyncServer } from './sync-server.ts'

// A server in a process of its own, so that a test can kill it. Says its address and nothing else.
const path = process.argv[2]
if (!path) throw new Error('the path of the database is missing')
const database = await openSqlDatabase(path)
const server = await startSyncServer({
  log: createSqlBoardLog(database, systemClock),
  members: members({ ana: 'editor', ben: 'editor', eva: 'editor', fay: 'facilitator' }),
})
process.stdout.write(`${server.url}\n`)
