import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import Sqlite from 'better-sqlite3'
import { create, type WriteEntry } from 'tar'
import type { Manifest } from '../storage/backup/backup-contents.ts'
import { unpackArchive } from '../storage/backup/read-archive.ts'
import { restoreBackup } from '../storage/backup/restore-backup.ts'
import { writeBackup } from '../storage/backup/write-backup.ts'
import { board, participant } from './facts.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { makeTempDir } from './temp-dir.ts'

export const backupAtMs = Date.UTC(2026, 10, 21, 9, 30)
/** Large, and of bytes that do not pack, so that a cut goes through the middle of it. */
const noise = Array.from({ length: 8_000 }, (_, i) => createHash('sha256').update(String(i)).digest())
export const gif = Buffer.concat([Buffer.from('GIF89a'), ...noise])
export const gifName = `${createHash('sha256').update(gif).digest('hex')}.gif`

export type BackupBench = Awaited<ReturnType<typeof openBackupBench>>

/** A data directory with servers on it, and a backup beside it. */
export async function openBackupBench() {
  const dir = await makeTempDir()
  const dataDir = join(dir.path, 'data')
  const file = join(dir.path, 'backup.tgz')
  const running: TestServer[] = []

  async function serve(): Promise<TestServer> {
    const server = await startTestServer({ config: { dataDir } })
    running.push(server)
    return server
  }

  async function stop(): Promise<void> {
    for (const server of running.splice(0)) await server.stop()
  }

  async function boardWithPicture(server: TestServer): Promise<{ id: string; pictureUrl: string }> {
    const { id } = await board(server, { title: 'Low tide' })
    const { device } = await participant(server, id)
    const { body } = await device.send('POST', `/api/boards/${id}/files`, new Uint8Array(gif), {})
    return { id, pictureUrl: body.url }
  }

  const backUp = (to = file) => writeBackup(dataDir, to, { nowMs: backupAtMs, version: '0.0.0-test', report: () => {} })
  const restore = (onExisting: 'refuse' | 'move-aside' = 'refuse', report: (line: string) => void = () => {}) =>
    restoreBackup(file, dataDir, { onExisting, nowMs: backupAtMs, report })

  return {
    path: dir.path,
    dataDir,
    file,
    serve,
    stop,
    boardWithPicture,
    backUp,
    restore,
    /** A stopped server's data with one board and one picture, and the backup of it. */
    async makeBackup() {
      const made = await boardWithPicture(await serve())
      await stop()
      await backUp()
      return made
    },
    /** The backup as somebody would have it who changed something in it. */
    async repack(
      change: (folder: string) => Promise<Partial<Manifest> | undefined>,
      renamed: Readonly<Record<string, string>> = {},
    ) {
      const folder = join(dir.path, 'repack')
      await mkdir(folder)
      await unpackArchive(file, folder)
      const path = join(folder, 'manifest.json')
      const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(path, JSON.stringify({ ...manifest, ...(await change(folder)) }))
      // Files and links only: a backup has no entries for folders.
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
      const rest = paths.map((path) => relative(folder, path)).filter((path) => path !== 'manifest.json')
      const onWriteEntry = (entry: WriteEntry) => {
        entry.path = renamed[entry.path] ?? entry.path
      }
      await create({ file, cwd: folder, gzip: true, preservePaths: true, onWriteEntry }, ['manifest.json', ...rest])
      await rm(folder, { recursive: true })
    },
    entries: async () => (await readdir(dir.path)).sort(),
    async close() {
      await stop()
      await dir.remove()
    },
  }
}

export function boardsIn(folder: string): unknown[] {
  const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
  const titles = db.prepare('SELECT title FROM board ORDER BY created_at_ms').pluck().all()
  db.close()
  return titles
}
