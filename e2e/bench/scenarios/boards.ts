import { setTimeout as wait } from 'node:timers/promises'
import type { Line } from '../load/dialect.ts'
import { readUsage } from '../load/process-usage.ts'
import { startGenerator } from '../load/start-generator.ts'
import { startOurs } from '../servers/ours.ts'
import type { Scenario } from './scenario.ts'

const name = 'boards'
const boards = 100
const emptyWithinMs = 60_000

/** Many boards with one quiet person each; then all go. */
export const manyBoards: Scenario = {
  name,
  kind: 'once',
  title: `${boards} boards from the café’s template in one process`,
  columns: [
    { value: 'resident', title: 'memory MB with a quiet person on each', unit: 'MB' },
    { value: 'held', title: 'of it held', unit: 'MB' },
    { value: 'empty', title: 'memory MB before anybody came', unit: 'MB' },
    { value: 'live', title: 'boards in memory', unit: 'number' },
    { value: 'left', title: 'boards in memory after all left', unit: 'number' },
    { value: 'gone', title: 's until they were gone', unit: 's' },
    { value: 'heldAfter', title: 'held afterwards, MB', unit: 'MB' },
  ],
  async *run() {
    const server = await startOurs()
    const generator = startGenerator(server)
    try {
      const empty = readUsage(server.pid).residentBytes
      const lines: Line[] = []
      for (let i = 0; i < boards; i += 1) {
        const { people } = await server.room({ people: 1, template: 'innovation-cafe-hybrid' })
        lines.push(...people.map(({ line }) => line))
      }
      const people = await generator.run({ kind: 'sit', lines })
      const resident = readUsage(server.pid).residentBytes
      const live = await server.liveBoards()
      const { heldBytes } = await server.memory()
      await generator.run({ kind: 'leave' })
      const leftAt = performance.now()
      let left = await server.liveBoards()
      while (left > 0 && performance.now() - leftAt < emptyWithinMs) {
        await wait(200)
        left = await server.liveBoards()
      }
      const gone = performance.now() - leftAt
      const heldAfter = (await server.memory()).heldBytes
      const values = { resident, held: heldBytes, empty, live, left, gone, heldAfter }
      yield { scenario: name, part: `${people.here} boards`, server: 'ours', way: '', values, marks: [] }
    } finally {
      await generator.stop()
      await server.stop()
    }
  },
}
