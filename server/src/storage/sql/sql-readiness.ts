import type { Clock } from '../../domain/clock.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'

/** Whoever asks waits no longer; a load balancer would have given up by then. */
const answerWithinMs = 2_000

/** Whether the database reads and still takes writes: a full disk reads well. */
export function createSqlReadiness({ db, writer }: SqlDatabase, clock: Clock): () => Promise<boolean> {
  async function check(): Promise<boolean> {
    const row = { id: 1, checkedAtMs: clock.nowMs() }
    try {
      await writer.write([
        toStatement(
          db
            .insertInto('readiness')
            .values(row)
            .onConflict((conflict) => conflict.column('id').doUpdateSet({ checkedAtMs: row.checkedAtMs })),
        ),
      ])
      await db.selectFrom('readiness').select('id').executeTakeFirstOrThrow()
      return true
    } catch {
      // Whatever the cause, the answer is "not ready"; what tried to write for somebody logs it.
      return false
    }
  }

  return () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), answerWithinMs)
    })
    return Promise.race([check(), late]).finally(() => clearTimeout(timer))
  }
}
