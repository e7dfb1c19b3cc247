import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { maxConnectionsPerPerson } from '#shared/limits.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { note } from './testing/board-content.ts'
import { builtCommand } from './testing/built-server.ts'
import { board, participant } from './testing/facts.ts'
import { program, socketUrl } from './testing/http-client.ts'
import { connectRaw, type RawClient } from './testing/raw-client.ts'
import { makeTempDir, type TempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'

const startTimeoutMs = 60_000
const adminToken = 'token-of-the-test-operator'

let dir: TempDir
let child: ChildProcess | undefined
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await dir.remove()
})

async function start() {
  const environment = {
    PATH: process.env.PATH,
    DATA_DIR: dir.path,
    HOST: '127.0.0.1',
    PORT: '0',
    ADMIN_TOKEN: adminToken,
  }
  const server = spawn(process.execPath, [builtCommand('main')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = server
  let written = ''
  server.stdout.on('data', (chunk) => {
    written += String(chunk)
  })
  const origin = await until('the address', () => /running at (\S+)/.exec(written)?.[1], startTimeoutMs)
  return { server, origin, ended: once(server, 'exit').then(([code]) => code) }
}

test(
  '[SY12] a server that is told twice to stop, while people write and the store is slow, stores all it has received, says so, and ends with 0',
  async () => {
    const { server, origin, ended } = await start()
    const reachable = { url: origin, adminToken }
    const { id } = await board(reachable)
    const url = socketUrl(reachable)
    const people: RawClient[] = []
    for (let i = 0; i < 3; i += 1) {
      const { joined } = await participant(reachable, id)
      people.push(await connectRaw(url, joined.token, { boardId: id }))
    }
    // Another program holds the database: every commit waits.
    const other = new Sqlite(join(dir.path, 'tablecloth.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const notes = 20
    for (let i = 0; i < notes; i += 1) {
      for (const [who, person] of people.entries()) {
        person.edit((records) => records.put(note(`shape:p${who}_${i}`, 'last words')))
      }
    }
    // Frames are dealt with in order: what is told of this state was told after the notes were taken.
    for (const person of people) person.showState(person.doc.clientID, 1, { here: true })
    await until('the notes to be taken', () =>
      people.every(({ awareness, doc }) =>
        people.every((other) => other.doc.clientID === doc.clientID || awareness.has(other.doc.clientID)),
      ),
    )
    server.kill('SIGTERM')
    server.kill('SIGTERM')
    server.kill('SIGINT')
    other.exec('COMMIT')
    other.close()
    for (const person of people) {
      expect(await until('the close', () => person.closed)).toEqual(closeCodes.goingAway)
      expect(person.saved.at(-1)).toMatchObject({ count: notes })
      expect(person.notices).toContainEqual({ code: 'going_away' })
    }
    expect(await ended).toBe(0)
    // Whoever takes the one file with her has all of it.
    expect(await readdir(dir.path)).not.toContain('tablecloth.sqlite-wal')
    const again = await start()
    const { body } = await program({ url: again.origin, adminToken }).get(`/api/boards/${id}/records`)
    const ids = body.records.map((record: { id: string }) => record.id)
    expect(ids.filter((name: string) => name.startsWith('shape:p'))).toHaveLength(notes * people.length)
  },
  startTimeoutMs * 2,
)

/** Asks for a socket, hears the first of the answer, and from then on neither answers nor hangs up. */
async function askAndFreeze(origin: string, path: string): Promise<{ line: Socket; status: string }> {
  const { hostname, port, host } = new URL(origin)
  const line = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  line.on('error', () => undefined)
  const fields = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
  line.write([`GET ${path} HTTP/1.1`, `Host: ${host}`, ...fields, key, '', ''].join('\r\n'))
  const [answer] = await once(line, 'data')
  line.resume()
  return { line, status: String(answer).split(' ')[1] ?? '' }
}

test(
  '[SY12] a server is not kept from stopping by those who were sent away and do not hang up',
  async () => {
    const { server, origin, ended } = await start()
    const reachable = { url: origin, adminToken }
    const { id } = await board(reachable)
    const { token } = (await participant(reachable, id)).joined
    const frozen = [await askAndFreeze(origin, '/sync/no-board?token=nobody'), await askAndFreeze(origin, '/elsewhere')]
    for (let i = 0; i <= maxConnectionsPerPerson; i += 1) {
      frozen.push(await askAndFreeze(origin, `/sync/${id}?token=${token}`))
    }
    expect(new Set(frozen.map(({ status }) => status))).toEqual(new Set(['401', '404', '101']))
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    for (const { line } of frozen) line.destroy()
  },
  startTimeoutMs * 2,
)
