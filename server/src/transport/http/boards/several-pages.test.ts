import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { allSaved, startAlone, type Writer, writerOn } from '../../../testing/alone-facts.ts'
import { type BackupBench, openBackupBench } from '../../../testing/backup-bench.ts'
import { note } from '../../../testing/board-content.ts'
import { board, recordsOf } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import type { TestServer } from '../../../testing/start-test-server.ts'

/** The sprint week: a page a day. */
let at: BackupBench
let server: TestServer
let boardId: string
let ana: Writer
beforeEach(async () => {
  at = await openBackupBench()
  server = await at.serve()
  boardId = (await board(server, { template: 'design-sprint-week' })).id
  ana = await writerOn(server, boardId)
})
afterEach(() => at.close())

const onMonday = { parentId: 'shape:zone-monday-goal' }
const onTuesday = { parentId: 'shape:zone-tuesday-sheet-1' }
/** Beside all zones of its page. */
const onFriday = { parentId: 'page:friday', x: -2_000, y: -2_000 }
const written = [
  note('shape:goal', 'the goal', onMonday),
  note('shape:sketch', 'the sketch', onTuesday),
  note('shape:aside', 'beside it', onFriday),
]

const recordsOn = async (of = server) => (await recordsOf(of, boardId)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
const pagesOf = (records: readonly BoardRecord[]) =>
  records.filter(({ typeName }) => typeName === 'page').map(({ id, meta }) => [id, meta])
const notesOf = (records: readonly BoardRecord[]) =>
  records.filter(({ type }) => type === 'note').map(({ id, parentId, x, y }) => ({ id, parentId, x, y }))

async function writeAll(): Promise<BoardRecord[]> {
  const line = await ana.onBoard()
  line.edit((records) => {
    for (const each of written) records.put(each)
  })
  await allSaved(line, 1)
  line.stop()
  return recordsOn()
}

describe('a board of several pages', () => {
  test('is brought back by a checkpoint with what lies on each page, and pages as they were called then', async () => {
    const before = await writeAll()
    const path = `/api/boards/${boardId}/checkpoints`
    const { body: kept } = await program(server).post(path, { title: 'Tuesday evening' })
    expect(kept.shapeCount).toBe(before.filter(({ typeName }) => typeName === 'shape').length)
    const fay = await (await writerOn(server, boardId, 'facilitator')).onBoard()
    fay.edit((records) => {
      const tuesday = before.find(({ id }) => id === 'page:tuesday')
      if (!tuesday) throw new Error('the week has no Tuesday')
      records.put({ ...tuesday, name: 'Sketching', meta: {} })
      for (const { id } of written) records.remove(id)
    })
    await allSaved(fay, 1)
    fay.stop()
    expect(notesOf(await recordsOn())).toEqual([])
    expect((await program(server).post(`${path}/${kept.id}/restore`)).status).toBe(200)
    const after = await recordsOn()
    expect(notesOf(after)).toEqual(notesOf(before))
    expect(pagesOf(after)).toEqual(pagesOf(before))
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('comes back from a backup as it was', async () => {
    const before = await writeAll()
    await at.backUp()
    await at.stop()
    await at.restore('move-aside')
    server = await at.serve()
    expect(await recordsOn()).toEqual(before)
  })

  test('has what was written alone on the page where it was written, and nobody’s name on it', async () => {
    await writeAll()
    const fay = await startAlone(server, boardId, {
      isAnonymous: true,
      zones: ['tuesday-sheet-1'],
      isKeptToZones: true,
    })
    const own = await ana.alone()
    own.edit((records) => {
      records.put(note('shape:secret', 'a secret sketch', { ...onTuesday, x: 900, y: 700 }))
      records.put(note('shape:lost', 'on another page', onMonday))
    })
    await allSaved(own, 1)
    expect(JSON.stringify(await recordsOn())).not.toContain('a secret sketch')
    await fay.say({ type: 'next' })
    await program(server).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })
    const revealed = (await recordsOn()).filter((record) => JSON.stringify(record).includes('a secret sketch'))
    expect(revealed).toMatchObject([{ parentId: onTuesday.parentId, meta: {} }])
    expect(revealed[0]?.id).not.toBe('shape:secret')
    // The step was kept to its zone, on its page.
    expect(JSON.stringify(await recordsOn())).not.toContain('on another page')
    own.stop()
  })
})
