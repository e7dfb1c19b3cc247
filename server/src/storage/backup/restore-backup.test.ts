import { existsSync } from 'node:fs'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { explainFailure } from '../../start-message.ts'
import { type BackupBench, backupAtMs, boardsIn, openBackupBench } from '../../testing/backup-bench.ts'
import { note } from '../../testing/board-content.ts'
import { board, participant } from '../../testing/facts.ts'
import { program, socketUrl } from '../../testing/http-client.ts'
import { connectRaw } from '../../testing/raw-client.ts'
import type { TestServer } from '../../testing/start-test-server.ts'
import { connectStock, stockVersions } from '../../testing/stock-client.ts'
import { until } from '../../testing/until.ts'

let at: BackupBench
beforeEach(async () => {
  at = await openBackupBench()
})
afterEach(() => at.close())

/** What the later migrations have added. */
const asInTheFirstRelease = `
  DROP INDEX damaged_part_board; DROP TABLE damaged_part; DROP TABLE board_epoch; DROP TABLE checkpoint;
  ALTER TABLE board_snapshot DROP COLUMN format; ALTER TABLE board_snapshot DROP COLUMN epoch;
  ALTER TABLE board_update DROP COLUMN epoch; ALTER TABLE participant DROP COLUMN removed_at_ms;
  DROP TABLE vote_dot; DROP TABLE vote_voter; DROP TABLE vote_round;
  DROP TABLE session_guest; DROP TABLE step_record; DROP TABLE session_command; DROP TABLE session; DROP TABLE removal;
  DROP TABLE own_template_version; DROP TABLE own_template; DROP TABLE layer; DROP TABLE gone_shape; ALTER TABLE board DROP COLUMN last_number;
  ALTER TABLE board DROP COLUMN saved_as;
`

describe('a board that was brought back', () => {
  async function write(server: TestServer, boardId: string, token: string, id: string): Promise<Y.Doc> {
    const person = await connectRaw(socketUrl(server), token, { boardId })
    person.edit((records) => records.put(note(id, `the note ${id}`)))
    await until('the acknowledgement', () => person.saved.some(({ count }) => count === 1))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc))
    person.stop()
    return doc
  }
  const idsOn = async (server: TestServer, boardId: string): Promise<string[]> =>
    (await program(server).get(`/api/boards/${boardId}/records`)).body.records.map(({ id }: { id: string }) => id)

  test.each(stockVersions)(
    '[EP6] does not take in what a browser with stock %s still holds of later',
    async (version) => {
      const server = await at.serve()
      const { id } = await board(server)
      const { joined } = await participant(server, id)
      await write(server, id, joined.token, 'shape:before')
      await at.backUp()
      const later = await write(server, id, joined.token, 'shape:after')
      await at.stop()
      await at.restore('move-aside')
      const again = await at.serve()
      const stock = await connectStock(socketUrl(again), joined.token, {
        version,
        boardId: id,
        doc: later,
        isSynced: false,
      })
      await until('to be sent away', () => stock.closeCodes.length > 0)
      expect(stock.closeCodes[0]).toBe(4409)
      stock.stop()
      expect(await idsOn(again, id)).toContain('shape:before')
      expect(await idsOn(again, id)).not.toContain('shape:after')
    },
  )

  test('[EP6] tells whoever comes back with more, and is whole for everybody else', async () => {
    const server = await at.serve()
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { joined } = await participant(server, id)
    const held = await write(server, id, joined.token, 'shape:before')
    const { body: before } = await program(server).get(`/api/boards/${id}/records`)
    const { body: facts } = await program(server).get(`/api/boards/${id}`)
    await at.backUp()
    await at.stop()
    await at.restore('move-aside')
    const again = await at.serve()
    const back = await connectRaw(socketUrl(again), joined.token, { boardId: id, isSynced: false })
    back.send(encodeSync('step1', Y.encodeStateVector(held)))
    await until('the close', () => back.closed)
    expect(back.notices).toEqual([{ code: 'restored', title: null, createdAtMs: backupAtMs, by: null }])
    const { body: after } = await program(again).get(`/api/boards/${id}/records`)
    const sorted = (records: { id: string }[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(after.records)).toEqual(sorted(before.records))
    expect((await program(again).get(`/api/boards/${id}`)).body).toEqual(facts)
    await write(again, id, joined.token, 'shape:next')
    expect(await idsOn(again, id)).toContain('shape:next')
  })

  test('that is damaged in the backup is named, and stays as it is stored', async () => {
    const { id } = await at.makeBackup()
    await at.repack(async (folder) => {
      const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
      db.exec("UPDATE board_update SET bytes = x'00ff'")
      db.close()
      return undefined
    })
    const said: string[] = []
    await at.restore('move-aside', (line) => said.push(line))
    expect(said.at(-1)).toEqual(expect.stringContaining('The board "Low tide" is damaged in the backup'))
    const db = new Sqlite(join(at.dataDir, 'tablecloth.sqlite'))
    expect(db.prepare('SELECT count(*) FROM board_update WHERE board_id = ?').pluck().get(id)).toBe(1)
    db.close()
  })

  test('from a backup of the first release is brought to the newest schema', async () => {
    const { id } = await at.makeBackup()
    await at.repack(async (folder) => {
      const path = join(folder, 'tablecloth.sqlite')
      const db = new Sqlite(path)
      db.exec(asInTheFirstRelease)
      db.pragma('user_version = 1')
      db.close()
      return { schema: 1 }
    })
    await at.restore('move-aside')
    expect((await program(await at.serve()).get(`/api/boards/${id}`)).body).toMatchObject({ title: 'Low tide' })
  })
})

describe('restoring over data', () => {
  test('is refused, and with --replace moves it aside', async () => {
    await at.makeBackup()
    const later = await at.serve()
    await board(later, { title: 'Of today' })
    await at.stop()
    await expect(at.restore()).rejects.toThrow(/There is data in .* already, and nothing was changed/)
    expect(await at.entries()).toEqual(['backup.tgz', 'data'])

    const { movedTo = '' } = await at.restore('move-aside')
    expect(movedTo).toBe(`${at.dataDir}.before-restore-2026-11-21T09-30-00`)
    expect(boardsIn(at.dataDir)).toEqual(['Low tide'])
    expect(boardsIn(movedTo)).toEqual(['Low tide', 'Of today'])
  })

  test('is refused while a server runs on it', async () => {
    await at.makeBackup()
    const { url } = await at.serve()
    await expect(at.restore('move-aside')).rejects.toThrow(/A server runs on/)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await at.entries()).toEqual(['backup.tgz', 'data'])
  })

  test('goes into an empty folder, and to where a link leads', async () => {
    await at.makeBackup()
    await rename(at.dataDir, join(at.path, 'old'))
    await mkdir(join(at.path, 'disk'))
    await symlink(join(at.path, 'disk'), at.dataDir)
    await at.restore()
    expect(existsSync(join(at.path, 'disk', 'tablecloth.sqlite'))).toBe(true)
  })

  test('that was killed between moving aside and putting in place lets no server begin with nothing, and is run again', async () => {
    const { id } = await at.makeBackup()
    const aside = `${at.dataDir}.before-restore-2026-11-20T08-00-00`
    await rename(at.dataDir, aside)
    const staging = `${at.dataDir}.restoring-killed`
    await mkdir(join(staging, 'data'), { recursive: true })
    await writeFile(join(staging, 'lock'), '')
    const refused = await at.serve().catch((error: unknown) => explainFailure(error))
    expect(refused).toMatch(/^A restore to .* is not done: .* What was there before is in .*2026-11-20T08-00-00\. /)
    expect(refused).toContain(`remove ${staging}.`)
    expect(await at.entries()).not.toContain('data')

    await at.restore()
    expect((await program(await at.serve()).get(`/api/boards/${id}`)).body).toMatchObject({ title: 'Low tide' })
    await at.stop()
    expect(await at.entries()).toEqual(['backup.tgz', 'data', basename(aside)])
  })

  test('replaces a database that is too damaged to be opened', async () => {
    await at.makeBackup()
    await writeFile(join(at.dataDir, 'tablecloth.sqlite'), 'x'.repeat(5_000))
    await at.restore('move-aside')
    await at.serve()
  })
})
