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
   */
  write(statements: readonly Statement[]): Promise<readonly WriteResult[]>
  /** Resolves when everything handed in before is durable and the thread has ended. */
  close(): Promise<void>
}
