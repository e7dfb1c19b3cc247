/** Hocuspocus as its documentation sets it up, with its SQLite extension. The database's path is the first argument. */
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  name: 'bench',
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  extensions: [new SQLite({ database: process.argv[2] })],
})
await server.listen()
process.send?.({ port: server.address.port })
