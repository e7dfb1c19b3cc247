export type Statement = {
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** The whole job is undone, and rejected with `WriteConflict`, when the statement changes another number of rows. */
  readonly expectedChanges?: number
}
export type WriteResult = { readonly changes: number; readonly rows: readonly unknown[] }

/** Every write of the process goes through one writer thread; other connections only read. */
export interface Writer {
  /**
   * Runs the statements in order, all or none. Resolves once they are durable (WAL, synchronous=FULL). Jobs that arrive
   * while a commit runs share the next one; one job's failure undoes that job alone.
   *
   * @throws {WriteConflict} a statement changed another number of rows than it expected
   * @throws {WriteFailed} the database refused; nothing of the job was written
   */
  write(statements: readonly Statement[]): Promise<readonly WriteResult[]>
  /**
   * `write` of what there is when the commit begins.
   *
   * @param gather - called once, unless the thread has ended
   */
  writeGathered(gather: () => readonly Statement[]): Promise<readonly WriteResult[]>
  /**
   * Brings what was written into the database file and empties the log before it, in which what was deleted can be read
   * until then.
   *
   * @returns false while somebody reads what is in it: try again.
   */
  emptyLog(): Promise<boolean>
  /** Resolves when everything handed in before is durable and the thread has ended. */
  close(): Promise<void>
}

/** The rows were not as the job expected: somebody else was first. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict'
}

export class WriteFailed extends Error {
  override readonly name = 'WriteFailed'
  /** SQLite's own code ("SQLITE_FULL", "SQLITE_CONSTRAINT_UNIQUE"), or `writer_gone` when the thread has ended. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof WriteFailed &&
    (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
  )
}

export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof WriteFailed && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}
