import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBoardThread } from './storage/sql/create-board-thread.ts'
import { openSqlDatabase } from './storage/sql/sql-database.ts'
import { makeTempDir } from './testing/temp-dir.ts'

/** The nice value of each thread of this process: the 19th field of its `stat` (proc_pid_stat(5)). */
function niceByThread(): Map<number, number> {
  return new Map(
    readdirSync('/proc/self/task').map((id) => {
      const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8')
      const fromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [Number(id), Number(fromThird[16])]
    }),
  )
}

test.runIf(process.platform === 'linux')(
  'the thread that packs boards gives way to the one that serves people',
  async () => {
    const dir = await makeTempDir()
    const path = join(dir.path, 'test.sqlite')
    const database = await openSqlDatabase(path)
    const thread = createBoardThread(path)
    onTestFinished(async () => {
      await thread.close()
      await database.close()
      await dir.remove()
    })

    const before = niceByThread()
    await thread.run('compact', { boardId: 'a-board', isForLong: false })
    const after = niceByThread()

    const own = before.get(process.pid) ?? Number.NaN
    expect(after.get(process.pid)).toBe(own)
    const started = [...after].filter(([id]) => !before.has(id)).map(([, nice]) => nice)
    expect(started).toContain(Math.min(own + 10, 19))
  },
)
