import type { Database, Statement as Prepared } from 'better-sqlite3'
import type { Statement, WriteResult } from './writer.ts'
import type { Job, JobOutcome } from './writer-messages.ts'

/** Thrown inside a batch when SQLite has undone the whole transaction by itself, as it does for a full disk. */
class TransactionLost extends Error {}
class UnexpectedChanges extends Error {}
/** Some job of a batch did not go; which one is found out when each is undone by itself. */
class JobFailed extends Error {}

type Outcomes = { id: number; outcome: JobOutcome }[]

/**
 * Runs all jobs in one transaction, so that fifty jobs cost one flush to the disk. Where one fails, all are run again,
 * each in a savepoint, so that it undoes only itself: a savepoint costs as much as the row that is written in it. When the
 * commit fails, every job has failed: nothing of the batch is on the disk.
 */
export function writeBatch(db: Database, jobs: readonly Job[]): Outcomes {
  try {
    return commit(db, () => jobs.map((job) => ({ id: job.id, outcome: runBare(db, job) })))
  } catch (error) {
    if (!(error instanceof JobFailed)) return allFailed(jobs, error)
  }
  try {
    return commit(db, () => jobs.map((job) => ({ id: job.id, outcome: runJob(db, job) })))
  } catch (error) {
    return allFailed(jobs, error instanceof TransactionLost ? error.cause : error)
  }
}

function commit(db: Database, run: () => Outcomes): Outcomes {
  try {
    // IMMEDIATE takes the write lock now: waiting for it in the middle of a transaction would fail instead of wait.
    prepare(db, 'BEGIN IMMEDIATE').run()
    const outcomes = run()
    prepare(db, 'COMMIT').run()
    return outcomes
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

function allFailed(jobs: readonly Job[], cause: unknown): Outcomes {
  return jobs.map(({ id }) => ({ id, outcome: failure(cause) }))
}

function runBare(db: Database, { statements }: Job): JobOutcome {
  try {
    return { status: 'written', results: statements.map((statement) => runStatement(db, statement)) }
  } catch (cause) {
    throw new JobFailed('a job of a batch has failed', { cause })
  }
}

function runJob(db: Database, job: Job): JobOutcome {
  prepare(db, 'SAVEPOINT job').run()
  try {
    const results = job.statements.map((statement) => runStatement(db, statement))
    prepare(db, 'RELEASE job').run()
    return { status: 'written', results }
  } catch (error) {
    if (!db.inTransaction) throw new TransactionLost('the transaction is gone', { cause: error })
    db.exec('ROLLBACK TO job')
    prepare(db, 'RELEASE job').run()
    return failure(error)
  }
}

function runStatement(db: Database, { sql, parameters, expectedChanges }: Statement): WriteResult {
  const statement = prepare(db, sql)
  // `run` of a statement that returns rows would throw; its rows are its changes.
  const result = statement.reader
    ? { rows: statement.all(...parameters), changes: 0 }
    : { rows: [], changes: statement.run(...parameters).changes }
  const changes = statement.reader ? result.rows.length : result.changes
  if (expectedChanges !== undefined && changes !== expectedChanges) {
    throw new UnexpectedChanges(`${changes} rows instead of ${expectedChanges}`)
  }
  return { rows: result.rows, changes }
}

const maxPrepared = 500
const preparedBy = new WeakMap<Database, Map<string, Prepared<unknown[]>>>()

function prepare(db: Database, sql: string): Prepared<unknown[]> {
  let prepared = preparedBy.get(db)
  if (!prepared) {
    prepared = new Map()
    preparedBy.set(db, prepared)
  }
  let statement = prepared.get(sql)
  if (!statement) {
    if (prepared.size >= maxPrepared) prepared.clear()
    statement = db.prepare<unknown[]>(sql)
    prepared.set(sql, statement)
  }
  return statement
}

function failure(error: unknown): JobOutcome {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UnexpectedChanges) return { status: 'conflict', message }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return { status: 'failed', code, message }
}
