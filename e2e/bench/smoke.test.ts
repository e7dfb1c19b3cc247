import { expect, test } from 'vitest'
import { startGenerator } from './load/start-generator.ts'
import { startServer } from './servers/start-server.ts'

/** Against the built server, as the benchmark itself: `npm test` builds it first. */
test('the benchmark measures pointers and edits on our server, in both ways of using it', async () => {
  const server = await startServer('ours')
  const generator = startGenerator(server)
  try {
    for (const as of ['awareness', 'cursor'] as const) {
      const lines = await server.lines({ people: 3, rooms: 2, isStock: as === 'awareness' })
      const result = await generator.run({
        kind: 'workshop',
        serverPid: server.pid,
        lines,
        peoplePerRoom: 3,
        as,
        cursorsPerSecond: 10,
        editsPerSecond: 2,
        warmUpMs: 200,
        measureMs: 800,
        arriveWithinMs: 15_000,
      })
      expect(result).toMatchObject({
        people: 6,
        closed: 0,
        deliveries: { shareArrived: 1 },
        edits: { shareComplete: 1 },
      })
      expect(result.deliveries.latency.count).toBeGreaterThan(0)
      expect(result.edits.latency.count).toBeGreaterThan(0)
      expect(result.window.bytesInPerPersonPerSecond).toBeGreaterThan(0)
    }
  } finally {
    await generator.stop()
    await server.stop()
  }
})
