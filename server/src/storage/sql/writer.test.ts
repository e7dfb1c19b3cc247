import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createWriter } from './create-writer.ts'
import { openForWriting } from './open-database.ts'
import { writeBatch } from './write-batch.ts'
import { WriteConflict, WriteFailed, type Writer } from './writer.ts'

let dir: TempDir
let path: string
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  const db = openForWriting(path, 1_000)
  db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE)')
  db.close()
})
afterEach(() => dir.remove())

const insert = (text: string | null) => ({ sql: 'INSERT INTO word (text) VALUES (?)', parameters: [text] })

function words(): string[] {
  const db = new Sqlite(path, { readonly: true })
  try {
    return db
      .prepare<[], { text: string }>('SELECT text FROM word ORDER BY id')
      .all()
      .map(({ text }) => text)
  } finally {
    db.close()
  }
}

async function withWriter(act: (writer: Writer) => Promise<void>): Promise<void> {
  const writer = await createWriter(path)
  try {
    await act(writer)
  } finally {
    await writer.close()
  }
}

describe('the writer thread', () => {
  test('has written what it says it has written', () =>
    withWriter(async (writer) => {
      await writer.write([insert('a'), insert('b')])
      expect(words()).toEqual(['a', 'b'])
    }))

  test('returns the rows of a RETURNING clause and the number of changes', () =>
    withWriter(async (writer) => {
      const results = await writer.write([
        { sql: 'INSERT INTO word (text) VALUES (?), (?) RETURNING id', parameters: ['a', 'b'] },
        { sql: 'UPDATE word SET text = text || ?', parameters: ['!'] },
      ])
      expect(results).toEqual([
        { changes: 2, rows: [{ id: 1 }, { id: 2 }] },
        { changes: 2, rows: [] },
      ])
    }))

  test('undoes the whole of a failing job and nothing of its neighbours', () =>
    withWriter(async (writer) => {
      const outcomes = await Promise.allSettled([
        writer.write([insert('a')]),
        writer.write([insert('lost'), insert('a')]),
        writer.write([insert('c')]),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(words()).toEqual(['a', 'c'])
    }))

  test('takes along what has come when a commit begins', () =>
    withWriter(async (writer) => {
      const come = ['b']
      const first = writer.write([insert('a')])
      // Its turn is after the first.
      const gathered = writer.writeGathered(() => come.map(insert))
      come.push('c')
      await first
      expect(await gathered).toHaveLength(2)
      expect(words()).toEqual(['a', 'b', 'c'])
    }))

  test('names the fault of a broken constraint by its code', () =>
    withWriter(async (writer) => {
      await writer.write([insert('a')])
      await expect(writer.write([insert('a')])).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
      await expect(writer.write([insert(null)])).rejects.toBeInstanceOf(WriteFailed)
    }))

  test('undoes a job that changed another number of rows than it expected', () =>
    withWriter(async (writer) => {
      const job = writer.write([
        insert('a'),
        { sql: 'DELETE FROM word WHERE id = 99', parameters: [], expectedChanges: 1 },
      ])
      await expect(job).rejects.toBeInstanceOf(WriteConflict)
      expect(words()).toEqual([])
    }))

  test('writes everything handed in before it is closed, and refuses what comes after', async () => {
    const writer = await createWriter(path)
    const many = Array.from({ length: 2_500 }, (_, i) => writer.write([insert(`w${i}`)]))
    await writer.close()
    await Promise.all(many)
    expect(words()).toHaveLength(2_500)
    await expect(writer.write([insert('late')])).rejects.toMatchObject({ code: 'writer_gone' })
  })

  test('says so when the file cannot be opened', async () => {
    await expect(createWriter(join(dir.path, 'missing', 'x.sqlite'))).rejects.toBeInstanceOf(Error)
  })

  test('rejects a job that cannot be handed to a thread', () =>
    withWriter(async (writer) => {
      await expect(writer.write([{ sql: 'SELECT ?', parameters: [() => 1] }])).rejects.toThrow()
    }))
})

describe('a batch on a full disk', () => {
  test('fails whole, keeps nothing, and the next one goes through once there is room', () => {
    const db = openForWriting(path, 1_000)
    try {
      writeBatch(db, [{ id: 1, statements: [insert('before')] }])
      const pages = Number(db.pragma('page_count', { simple: true }))
      db.pragma(`max_page_count = ${pages}`)
      const outcomes = writeBatch(db, [
        { id: 2, statements: [insert('small')] },
        { id: 3, statements: [insert('x'.repeat(100_000))] },
      ])
      // SQLite undoes the statement or the whole transaction; either way nobody is told "written" for what is not.
      expect(outcomes.find(({ id }) => id === 3)?.outcome).toMatchObject({ status: 'failed', code: 'SQLITE_FULL' })
      const small = outcomes.find(({ id }) => id === 2)?.outcome.status
      expect(words()).toEqual(small === 'written' ? ['before', 'small'] : ['before'])

      db.pragma('max_page_count = 1000000')
      expect(writeBatch(db, [{ id: 4, statements: [insert('after')] }])[0]?.outcome.status).toBe('written')
    } finally {
      db.close()
    }
  })

  test('fails whole when the commit itself fails', () => {
    const db = openForWriting(path, 1_000)
    try {
      // A deferred foreign key is checked by COMMIT alone, so it makes a commit fail without filling a disk.
      db.exec('CREATE TABLE child (word INTEGER REFERENCES word (id) DEFERRABLE INITIALLY DEFERRED)')
      const outcomes = writeBatch(db, [
        { id: 1, statements: [insert('innocent')] },
        { id: 2, statements: [{ sql: 'INSERT INTO child VALUES (99)', parameters: [] }] },
      ])
      expect(outcomes.map(({ outcome }) => outcome.status)).toEqual(['failed', 'failed'])
      expect(words()).toEqual([])
      expect(db.inTransaction).toBe(false)
    } finally {
      db.close()
    }
  })
})
