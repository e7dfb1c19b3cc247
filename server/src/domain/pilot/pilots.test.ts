import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlDatabase, type SqlDatabase } from '../../storage/sql/sql-database.ts'
import { createSqlPilotStore } from '../../storage/sql/sql-pilot-store.ts'
import { createNodeSecrets } from '../../system/node-secrets.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createPilots, type Pilots } from './pilots.ts'

let dir: TempDir
let database: SqlDatabase
let pilots: Pilots
let commits: number
beforeEach(async () => {
  dir = await makeTempDir()
  database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  commits = 0
  const writer: SqlDatabase['writer'] = {
    ...database.writer,
    write(statements) {
      commits += 1
      return database.writer.write(statements)
    },
  }
  const store = createSqlPilotStore({ ...database, writer })
  pilots = createPilots({ store, secrets: createNodeSecrets(Buffer.alloc(32)), clock: { nowMs: () => 0 } })
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

test('a pilot whose name many others have is stored with as little work as the first', async () => {
  for (const title of ['Sprint', 'Sprint', 'Sprint', 'Sprint of Mele', 'Sprints', 'Sprint-3', 'Sprint']) {
    await pilots.create({ title })
  }
  commits = 0
  expect(await pilots.create({ title: 'Sprint' })).toMatchObject({ slug: 'sprint-5' })
  expect(commits).toBe(1)
})

test('names that merely begin alike take no number from one another', async () => {
  await pilots.create({ title: 'Sprint week' })
  expect(await pilots.create({ title: 'Sprint' })).toMatchObject({ slug: 'sprint' })
  await pilots.create({ title: 'Sprint 2' })
  expect(await pilots.create({ title: 'Sprint' })).toMatchObject({ slug: 'sprint-3' })
})
