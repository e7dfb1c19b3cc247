import { presenceColumns, presenceValues } from './presence-values.ts'
import { marksOf, type Scenario, waysToUse, withServer } from './scenario.ts'

const name = 'quiet'
const people = 10

/** Few people who move now and then: nothing to gather, so nothing to wait for. */
export const quiet: Scenario = {
  name,
  title: 'A quiet room: ten people who move once a second each',
  columns: presenceColumns,
  async *run({ servers }) {
    for (const server of servers) {
      for (const way of waysToUse(server)) {
        yield* withServer(server, async function* (bench, generator) {
          const lines = await bench.lines({ people, isStock: way.as === 'awareness' })
          const times = { warmUpMs: 500, measureMs: 2_500 }
          const task = { kind: 'cursors', serverPid: bench.pid, lines, as: way.as, perSecond: 1, ...times } as const
          const { deliveries, window, generatorLagP99, closed } = await generator.run(task)
          const values = presenceValues(deliveries)
          const marks = marksOf(window, { lagP99: generatorLagP99, closed })
          yield { scenario: name, part: '10 people', server, way: way.name, values, marks }
        })
      }
    }
  },
}
