import type { CursorsResult, CursorsTask } from '../load/tasks/cursors.ts'
import type { Measurement } from '../report/measurement.ts'
import type { ServerName } from '../servers/bench-server.ts'
import { marksOf, type Scenario, withServer } from './scenario.ts'

type Way = { readonly name: string; readonly as: CursorsTask['as']; readonly people: readonly number[] }

const name = 'cursors'

/** People who all move at 20 Hz in one room. */
export const cursors: Scenario = {
  name,
  title: 'Cursors: everybody in one room moves at 20 Hz',
  columns: [
    { value: 'p50', title: 'p50 ms', unit: 'ms' },
    { value: 'p95', title: 'p95 ms', unit: 'ms' },
    { value: 'p99', title: 'p99 ms', unit: 'ms' },
    { value: 'arrived', title: 'arrived', unit: 'share' },
    { value: 'skipped', title: 'a newer one in its place', unit: 'share' },
    { value: 'rate', title: 'sent by each per second', unit: 'number' },
    { value: 'core', title: 'server’s share of a core', unit: 'share' },
    { value: 'perDelivery', title: 'CPU µs per delivered presence', unit: 'µs', isCompared: true },
    { value: 'bytesIn', title: 'kB/s to each', unit: 'kB', isCompared: true },
    { value: 'resident', title: 'server’s memory MB', unit: 'MB' },
  ],
  async *run({ servers, isShort }) {
    for (const server of servers) {
      for (const way of waysOf(server, isShort)) {
        yield* withServer(server, async function* (bench, generator) {
          for (const people of way.people) {
            const lines = await bench.lines({ people, isStock: way.as === 'awareness' })
            const times = { warmUpMs: 1_000, measureMs: isShort ? 2_000 : 3_000 }
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

function waysOf(server: ServerName, isShort: boolean): readonly Way[] {
  const crowds = isShort ? [10, 100, 200] : [10, 50, 100, 200, 500]
  if (server !== 'ours') return [{ name: '', as: 'awareness', people: crowds }]
  return [
    { name: 'awareness', as: 'awareness', people: isShort ? [...crowds, 500] : crowds },
    { name: 'cursors (103)', as: 'cursor', people: isShort ? [...crowds, 500] : [...crowds, 1_000] },
  ]
}

function measurementOf(result: CursorsResult, server: ServerName, way: string): Measurement {
  const { deliveries, window, people } = result
  const { latency, deliveredInWindow } = deliveries
  return {
    scenario: name,
    part: `${people} people`,
    server,
    way,
    values: {
      p50: latency.p50,
      p95: latency.p95,
      p99: latency.p99,
      arrived: deliveries.shareArrived,
      skipped: deliveries.shareSkipped,
      rate: deliveries.sentInWindow / people / (window.ms / 1_000),
      core: window.serverCore,
      perDelivery: window.serverCpuMs === undefined ? undefined : window.serverCpuMs / Math.max(deliveredInWindow, 1),
      bytesIn: window.bytesInPerPersonPerSecond,
      resident: window.serverResidentBytes,
    },
    marks: marksOf(window, { lagP99: result.generatorLagP99, closed: result.closed }),
  }
}
