import type { WorkshopTask } from '../load/tasks/workshop.ts'
import { cpuPerDelivery, presenceColumns, presenceValues } from './presence-values.ts'
import { marksOf, type Scenario, warmUp, waysToUse, withServer } from './scenario.ts'

const name = 'workshop'

const crowds = [
  { part: '1 room of 100', rooms: 1, peoplePerRoom: 100 },
  { part: '100 rooms of 5', rooms: 100, peoplePerRoom: 5 },
]

/** What a workshop is: everybody moves, and writes a note now and then. */
export const workshop: Scenario = {
  name,
  title: 'Workshop: everybody moves at 10 Hz and writes a note of about 450 bytes once a second',
  columns: [
    { value: 'editP50', title: 'edit p50 ms', unit: 'ms' },
    { value: 'editP99', title: 'edit p99 ms', unit: 'ms' },
    { value: 'editComplete', title: 'edits with everybody', unit: 'share' },
    ...presenceColumns.map((column) => ({ ...column, title: `pointer ${column.title}` })),
    { value: 'core', title: 'server’s share of a core', unit: 'share', isCompared: true },
    { value: 'perDelivery', title: 'CPU µs per delivered presence', unit: 'µs', isCompared: true },
    { value: 'bytesIn', title: 'kB/s to each', unit: 'kB', isCompared: true },
    { value: 'resident', title: 'server’s memory MB', unit: 'MB' },
  ],
  async *run({ servers, isShort }) {
    for (const server of servers) {
      for (const way of waysToUse(server)) {
        yield* withServer(server, async function* (bench, generator) {
          await warmUp(bench, generator, way, isShort)
          for (const { part, rooms, peoplePerRoom } of crowds) {
            const lines = await bench.lines({ rooms, people: peoplePerRoom, isStock: way.as === 'awareness' })
            const { edits, deliveries, window, generatorLagP99, closed } = await generator.run({
              kind: 'workshop',
              serverPid: bench.pid,
              lines,
              peoplePerRoom,
              as: way.as,
              cursorsPerSecond: 10,
              editsPerSecond: 1,
              warmUpMs: 1_000,
              measureMs: isShort ? 2_000 : 2_500,
              arriveWithinMs: 2_000,
            } satisfies WorkshopTask)
            yield {
              scenario: name,
              part,
              server,
              way: way.name,
              values: {
                editP50: edits.latency.p50,
                editP99: edits.latency.p99,
                editComplete: edits.shareComplete,
                ...presenceValues(deliveries),
                core: window.serverCore,
                perDelivery: cpuPerDelivery(window, deliveries),
                bytesIn: window.bytesInPerPersonPerSecond,
                resident: window.serverResidentBytes,
              },
              marks: marksOf(window, { lagP99: generatorLagP99, closed }),
            }
          }
        })
      }
    }
  },
}
