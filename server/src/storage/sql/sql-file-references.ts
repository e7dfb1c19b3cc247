import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { sql } from 'kysely'
import type { FileReferences } from '../../domain/file/file-collection.ts'
import type { SqlDatabase } from './sql-database.ts'

const unzip = promisify(gunzip)

/** Says which file was put on which board: not that anything shows it. */
const listOfFiles = 'board_file'
/** So many rows between two looks at what else the process has to do. */
const rowsAtOnce = 50
const hashPattern = /[a-f0-9]{64}/g
const hashLength = 64

/**
 * Looks for the hashes of files in everything that is stored, whatever table or column it is in, now or in a later
 * version: Yjs and JSON both write a string as one run of its letters. What merely looks like a reference counts as one.
 */
export function createSqlFileReferences({ db }: Pick<SqlDatabase, 'db'>): FileReferences {
  const listTables = async () => {
    const query = sql<{ name: string; wr: number }>`
      SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'view' AND name NOT LIKE 'sqlite_%'`
    const { rows } = await query.execute(db)
    return rows.filter(({ name }) => name !== listOfFiles).map(({ name, wr }) => ({ name, hasRowIds: wr === 0 }))
  }

  /** A table without row ids comes whole: pages counted from its beginning would miss rows when others go meanwhile. */
  async function* rowsOf(table: Awaited<ReturnType<typeof listTables>>[number]) {
    if (!table.hasRowIds) {
      const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table.name)}`.execute(db)
      yield* rows
      return
    }
    let last = Number.MIN_SAFE_INTEGER
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`
        SELECT rowid AS row_number_here, * FROM ${sql.table(table.name)}
        WHERE rowid > ${last} ORDER BY rowid LIMIT ${sql.lit(rowsAtOnce)}`.execute(db)
      yield* rows
      if (rows.length < rowsAtOnce) return
      last = Number(rows.at(-1)?.rowNumberHere)
      await setImmediate()
    }
  }

  return {
    async mentioned(names) {
      const byHash = new Map([...names].map((name) => [name.slice(0, hashLength), name]))
      const found = new Set<string>()
      for (const table of await listTables()) {
        for await (const row of rowsOf(table)) {
          for (const value of Object.values(row)) {
            for (const hash of (await textOf(value)).match(hashPattern) ?? []) {
              const name = byHash.get(hash)
              if (name) found.add(name)
            }
          }
        }
      }
      return found
    },
  }
}

async function textOf(value: unknown): Promise<string> {
  if (typeof value === 'string') return value
  if (!(value instanceof Uint8Array)) return ''
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b
  return (isZipped ? await unzip(bytes) : bytes).toString('latin1')
}
