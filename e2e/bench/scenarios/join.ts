import type { JoinTask } from '../load/tasks/join.ts'
import { presenceValues } from './presence-values.ts'
import { marksOf, type Scenario, waysToUse, withServer } from './scenario.ts'

const name = 'join'
const residents = 10
const joiners = 50
const records = 5_000

/** The door opens: fifty come to a full board in the same moment. */
export const join: Scenario = {
  name,
  title: `Coming in: ${joiners} people at once to a board of ${records.toLocaleString('en')} notes, ${residents} at work on it`,
  columns: [
    { value: 'joinP50', title: 'median s', unit: 's', isCompared: true },
    { value: 'joinMax', title: 'last s', unit: 's' },
    { value: 'joined', title: 'came in', unit: 'number' },
    { value: 'bytesEach', title: 'kB to each', unit: 'kB', isCompared: true },
    { value: 'p99', title: 'residents’ pointers p99 ms meanwhile', unit: 'ms' },
    { value: 'arrived', title: 'arrived', unit: 'share' },
    { value: 'cpu', title: 'server’s CPU s', unit: 's', isCompared: true },
    { value: 'reconnectBytes', title: 'kB after a short drop', unit: 'kB' },
  ],
  async *run({ servers }) {
    // A relay has no board to hand out.
    for (const server of servers.filter((each) => each !== 'relay')) {
      for (const way of waysToUse(server)) {
        yield* withServer(server, async function* (bench, generator) {
          const lines = await bench.lines({ people: residents + joiners + 1, isStock: way.as === 'awareness' })
          const task: JoinTask = { kind: 'join', serverPid: bench.pid, records, residents, lines, as: way.as }
          const result = await generator.run(task)
          const { window, joinLatency } = result
          yield {
            scenario: name,
            part: `${joiners} join`,
            server,
            way: way.name,
            values: {
              ...presenceValues(result.deliveries),
              joinP50: joinLatency.p50,
              joinMax: joinLatency.max,
              joined: result.joined,
              bytesEach: result.bytesEach,
              cpu: window.serverCpuMs,
              reconnectBytes: result.reconnectBytes,
            },
            marks: marksOf(window, { lagP99: result.generatorLagP99, closed: result.closed }),
          }
        })
      }
    }
  },
}
