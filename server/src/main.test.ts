import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listen } from './system/listen.ts'
import { builtCommand } from './testing/built-server.ts'
import { board } from './testing/facts.ts'
import { program } from './testing/http-client.ts'
import { commanderOf } from './testing/session-facts.ts'
import { makeTempDir, type TempDir } from './testing/temp-dir.ts'

/** Starting processes takes seconds on a busy machine. */
const startTimeoutMs = 60_000

let dir: TempDir
let running: ChildProcess[] = []
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running = []
  await dir.remove()
})

/** A process of its own, with what it wrote. */
function run(command: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [builtCommand(command)], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dir.path, HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const written = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (written.text += String(chunk)))
  return { child, written, ended: once(child, 'exit').then(([code]) => code) }
}

async function start(environment: Record<string, string> = {}) {
  const server = run('main', environment)
  const wanted = /running at (\S+)[\s\S]*\/welcome\/(\S+)/
  await expect.poll(() => server.written.text, { timeout: startTimeoutMs }).toMatch(wanted)
  const [, url = '', secret = ''] = wanted.exec(server.written.text) ?? []
  return { ...server, url, secret }
}

describe('the server as a process', () => {
  test(
    'says first where it is and how the first administrator comes in, and stops in peace',
    async () => {
      const { child, url, secret, ended, written } = await start()
      expect(written.text).toMatch(/^Tablecloth is running at http:\/\/127\.0\.0\.1:\d+\n/)
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
      expect(await (await fetch(`${url}/api/account-links/${secret}`)).json()).toMatchObject({ role: 'administrator' })
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
    startTimeoutMs,
  )

  test(
    'goes on with a session to the second when it was killed in the middle of a step',
    async () => {
      const adminToken = 'token-of-the-test-operator'
      const first = await start({ ADMIN_TOKEN: adminToken })
      const { id } = await board({ ...first, adminToken }, { template: 'innovation-cafe-hybrid' })
      const path = `/api/boards/${id}/session`
      const before = program({ ...first, adminToken })
      await before.post(path, { hasTemplateSteps: true })
      const fay = commanderOf(before, id)
      for (const type of ['start', 'next'] as const) await fay.say({ type })
      await fay.say({ type: 'add_minutes', minutes: 1 })
      const { session } = (await fay.say({ type: 'freeze', isFrozen: true })).body
      first.child.kill('SIGKILL')
      await first.ended
      const second = await start({ ADMIN_TOKEN: adminToken })
      const after = program({ ...second, adminToken })
      expect((await after.get(path)).body.session).toEqual(session)
      expect(session.run).toMatchObject({ status: 'running', clock: { state: 'ticking', totalMs: 9 * 60_000 } })
      const next = await commanderOf(after, id).say({ type: 'next' })
      expect(next).toMatchObject({ status: 200, body: { session: { version: session.version + 1 } } })
    },
    2 * startTimeoutMs,
  )

  test(
    'hands out another administrator’s link while it runs',
    async () => {
      const { url } = await start()
      const command = run('admin-link')
      expect(await command.ended).toBe(0)
      const [, secret] = /\/welcome\/(\S+)/.exec(command.written.text) ?? []
      expect(await (await fetch(`${url}/api/account-links/${secret}`)).json()).toMatchObject({ role: 'administrator' })
    },
    startTimeoutMs,
  )

  test(
    'does not start on the directory of another server, which goes on, and starts when that one was killed',
    async () => {
      const first = await start()
      const second = run('main')
      expect(await second.ended).toBe(1)
      expect(second.written.text).toContain('Another Tablecloth server runs on DATA_DIR')
      expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
      first.child.kill('SIGKILL')
      await first.ended
      await start()
    },
    startTimeoutMs,
  )

  test(
    'does not start with an environment that is wrong, and lists every fault',
    async () => {
      const { ended, written } = run('main', { PORT: 'x', ADMIN_TOKEN: 'short', REDIS_URL: 'redis://localhost' })
      expect(await ended).toBe(1)
      expect(
        written.text
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0]),
      ).toEqual(['PORT', 'ADMIN_TOKEN', 'REDIS_URL'])
    },
    startTimeoutMs,
  )

  test(
    'says in a sentence that the port is taken',
    async () => {
      const other = createServer()
      const port = await listen(other, 0, '127.0.0.1')
      const { ended, written } = run('main', { PORT: String(port) })
      expect(await ended).toBe(1)
      expect(written.text).toContain('The port is taken by another program.')
      other.close()
    },
    startTimeoutMs,
  )
})
