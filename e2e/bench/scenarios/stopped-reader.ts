import type { StoppedReaderTask } from '../load/tasks/stopped-reader.ts'
import { type Scenario, waysToUse, withServer } from './scenario.ts'

const name = 'stopped-reader'
const people = 20

/** One browser stands still while the room is loud. */
export const stoppedReader: Scenario = {
  name,
  kind: 'once',
  title: 'One of twenty stops reading while 1.6 MB a second are written to each',
  columns: [
    { value: 'held', title: 'server holds more, MB', unit: 'MB' },
    { value: 'written', title: 'written to each meanwhile, MB', unit: 'MB' },
    { value: 'before', title: 'others’ pointers p99 ms before', unit: 'ms' },
    { value: 'while', title: 'and while it stands', unit: 'ms' },
    { value: 'caughtUp', title: 'reads again: up to date after s', unit: 's' },
    { value: 'closedWith', title: 'or closed with', unit: 'number' },
  ],
  async *run({ servers, isShort }) {
    for (const server of servers) {
      for (const way of waysToUse(server)) {
        yield* withServer(server, async function* (bench, generator) {
          const lines = await bench.lines({ people, isStock: way.as === 'awareness' })
          const { memory, others, ...result } = await generator.run({
            kind: 'stopped-reader',
            lines,
            as: way.as,
            calmMs: 2_000,
            stoppedMs: isShort ? 6_000 : 9_000,
          } satisfies StoppedReaderTask)
          yield {
            scenario: name,
            part: '1 of 20',
            server,
            way: way.name,
            values: {
              held: memory.while.heldBytes - memory.before.heldBytes,
              written: result.bytesMeanwhile,
              before: others.before.p99,
              while: others.while.p99,
              caughtUp: result.caughtUpMs,
              closedWith: result.closedWith,
            },
            marks: [],
          }
        })
      }
    }
  },
}
