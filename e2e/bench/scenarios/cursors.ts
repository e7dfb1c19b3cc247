import type { CursorsResult } from '../load/tasks/cursors.ts'
import type { Measurement } from '../report/measurement.ts'
import type { ServerName } from '../servers/bench-server.ts'
import { cpuPerDelivery, presenceColumns, presenceValues } from './presence-values.ts'
import { type Conditions, marksOf, type Scenario, type Way, warmUp, waysToUse, withServer } from './scenario.ts'

const name = 'cursors'

/** People who all move at 20 Hz in one room. */
export const cursors: Scenario = {
  name,
  title: 'Cursors: everybody in one room moves at 20 Hz',
  columns: [
    ...presenceColumns,
    { value: 'rate', title: 'sent by each per second', unit: 'number' },
    { value: 'core', title: 'server’s share of a core', unit: 'share' },
    { value: 'perDelivery', title: 'CPU µs per delivered presence', unit: 'µs', isCompared: true },
    { value: 'bytesIn', title: 'kB/s to each', unit: 'kB', isCompared: true },
    { value: 'resident', title: 'server’s memory MB', unit: 'MB' },
  ],
  async *run(conditions) {
    const { servers, isShort } = conditions
    for (const server of servers) {
      for (const way of waysToUse(server)) {
        yield* withServer(server, async function* (bench, generator) {
          await warmUp(bench, generator, way, isShort)
          for (const people of crowdsFor(server, way, conditions)) {
            const lines = await bench.lines({ people, isStock: way.as === 'awareness' })
            const times = { warmUpMs: 1_000, measureMs: isShort ? 2_000 : 2_500 }
            const task = { kind: 'cursors', serverPid: bench.pid, lines, as: way.as, perSecond: 20, ...times } as const
            const result = await generator.run(task)
            yield measurementOf(result, server, way.name)
            // Who serves less than half of a crowd has nothing to say about a larger one.
            if (result.deliveries.shareArrived < 0.5) return
          }
        })
      }
    }
  },
}

function crowdsFor(server: ServerName, way: Way, { isShort, run }: Conditions): readonly number[] {
  if (isShort) return server === 'ours' ? [10, 100, 200, 500] : [10, 100, 200]
  const crowds = run === 1 ? [10, 50, 100, 200, 500] : [100, 200, 500]
  return way.as === 'cursor' ? [...crowds, 1_000] : crowds
}

function measurementOf(result: CursorsResult, server: ServerName, way: string): Measurement {
  const { deliveries, window, people } = result
  return {
    scenario: name,
    part: `${people} people`,
    server,
    way,
    values: {
      ...presenceValues(deliveries),
      rate: deliveries.sentInWindow / people / (window.ms / 1_000),
      core: window.serverCore,
      perDelivery: cpuPerDelivery(window, deliveries),
      bytesIn: window.bytesInPerPersonPerSecond,
      resident: window.serverResidentBytes,
    },
    marks: marksOf(window, { lagP99: result.generatorLagP99, closed: result.closed }),
  }
}
