import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builtCommand } from './testing/built-server.ts'
import { board } from './testing/facts.ts'
import { program } from './testing/http-client.ts'
import { startTestServer } from './testing/start-test-server.ts'
import { makeTempDir, type TempDir } from './testing/temp-dir.ts'

/** Starting processes takes seconds on a busy machine. */
const timeoutMs = 60_000

let dir: TempDir
let dataDir: string
beforeEach(async () => {
  dir = await makeTempDir()
  dataDir = join(dir.path, 'data')
})
afterEach(() => dir.remove())

/** The command as a process of its own. */
async function run(command: 'backup' | 'restore', ...args: string[]) {
  const child = spawn(process.execPath, [builtCommand(command), ...args], {
    cwd: dir.path,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (written.out += String(chunk)))
  child.stderr.on('data', (chunk) => (written.err += String(chunk)))
  const [code] = await once(child, 'close')
  return { code, ...written }
}

describe('the commands backup and restore', () => {
  test(
    'say what they did, and keep off the data of a running server',
    async () => {
      const server = await startTestServer({ config: { dataDir } })
      const { id } = await board(server)
      const backup = await run('backup', 'cafe.tgz')
      const refused = await run('restore', 'cafe.tgz', '--replace')
      const { status } = await program(server).get(`/api/boards/${id}`)
      await server.stop()
      expect(backup).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Backed up 1 board and 0 pictures: [\d,]+ by/),
      })
      expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^A server runs on .*\n$/) })
      expect(status).toBe(200)

      await rm(dataDir, { recursive: true })
      const restored = await run('restore', 'cafe.tgz')
      expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 1 board and 0 pictures of /) })
      const again = await startTestServer({ config: { dataDir } })
      expect((await program(again).get(`/api/boards/${id}`)).status).toBe(200)
      await again.stop()
    },
    timeoutMs,
  )

  test(
    'say how they are used',
    async () => {
      expect(await run('backup')).toMatchObject({ code: 1, err: expect.stringContaining('npm run backup -- ') })
      expect(await run('restore', 'a', '--force')).toMatchObject({ code: 1, err: expect.stringContaining('--force') })
    },
    timeoutMs,
  )
})
