import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manualClock } from '../../testing/manual-clock.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { openSqlDatabase } from './sql-database.ts'
import { createSqlReadiness } from './sql-readiness.ts'

let dir: TempDir
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(() => dir.remove())

test('the store is ready while it takes writes, and not when its writer is gone', async () => {
  const database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  const isReady = createSqlReadiness(database, manualClock())
  expect(await isReady()).toBe(true)
  expect(await isReady()).toBe(true)
  await database.writer.close()
  expect(await isReady()).toBe(false)
  await database.close()
})

test('nothing is written past the writer: the other connection only reads', async () => {
  const database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  const row = { id: 1, checkedAtMs: 0 }
  await expect(database.db.insertInto('readiness').values(row).execute()).rejects.toMatchObject({
    code: 'SQLITE_READONLY',
  })
  await database.close()
})
