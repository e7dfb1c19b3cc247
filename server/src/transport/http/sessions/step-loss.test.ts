import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { note } from '../../../testing/board-content.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program, socketUrl } from '../../../testing/http-client.ts'
import { connectRaw } from '../../../testing/raw-client.ts'
import { aStep, commanderOf } from '../../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { makeTempDir } from '../../../testing/temp-dir.ts'
import { until } from '../../../testing/until.ts'

async function come(server: TestServer, boardId: string, joined: { token: string }) {
  return connectRaw(socketUrl(server), joined.token, { boardId })
}

test('[SE5] a server that is lost between a step and its keeping leaves nothing and nobody out of the summary', async () => {
  const dir = await makeTempDir()
  const config = { dataDir: dir.path }
  const first = await startTestServer({ config })
  const { id: boardId } = await board(first)
  const fay = commanderOf(program(first), boardId)
  await program(first).post(`/api/boards/${boardId}/session`, {})
  for (const title of ['Look', 'Write'])
    await fay.say({ type: 'add_step', step: { ...aStep, title: { en: title } }, afterId: null } as never)
  await fay.say({ type: 'start' })
  const [ana, ben] = [await participant(first, boardId), await participant(first, boardId)]
  const herLine = await come(first, boardId, ana.joined)
  herLine.edit((records) => records.put(note('shape:one', 'Hers')))
  await until('it to be saved', () => herLine.saved.some(({ count }) => count >= 1))
  const sqlite = () => new Sqlite(join(dir.path, 'tablecloth.sqlite'))
  const count = (table: string) => {
    const db = sqlite()
    const rows = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    db.close()
    return rows
  }
  await until('her to be noted', () => count('session_guest') === 1)
  herLine.stop()
  await fay.say({ type: 'next' })
  await until('the step to be kept', () => count('checkpoint') === 1)
  await first.stop()

  // As the commit of "next" left it.
  const db = sqlite()
  db.exec(`
    UPDATE step_record SET keeping = 'due', people = '[]', notes_by_zone = NULL, checkpoint_id = NULL;
    DELETE FROM checkpoint;
  `)
  db.close()

  const second = await startTestServer({ config })
  const hisLine = await come(second, boardId, ben.joined)
  await until('him to be noted', () => count('session_guest') === 2)
  hisLine.stop()
  const { session } = (await commanderOf(program(second), boardId).say({ type: 'end' })).body
  const { body } = await program(second).get(`/api/boards/${boardId}/sessions/${session.id}`)
  expect(body.visits).toMatchObject([
    { title: { en: 'Write' }, notesByZone: { '': 1 }, checkpointId: expect.any(String), isKeptLate: true },
    { title: { en: 'Look' }, isKeptLate: false },
  ])
  const ids = body.people.map((one: { participantId: string }) => one.participantId)
  expect(ids).toEqual([ana.joined.participantId, ben.joined.participantId])
  const kept = (await program(second).get(`/api/boards/${boardId}/checkpoints`)).body
  expect(kept).toContainEqual(
    expect.objectContaining({ id: body.visits[0].checkpointId, kind: 'step', title: 'Write', createdBy: null }),
  )
  await second.stop()
  await dir.remove()
})
