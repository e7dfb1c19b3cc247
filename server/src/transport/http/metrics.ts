import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RoomRegistry } from '../../domain/room/room-registry.ts'

/** Of one server; without a label per board, whose ids are nobody's business and without end. */
export function createMetrics(rooms: Pick<RoomRegistry, 'liveBoards' | 'allPeopleHere' | 'waitingBoards'>): {
  registry: Registry
  observe: RequestHandler
} {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'tablecloth_live_boards',
    help: 'Boards in memory: those with people on them, and those just left.',
    registers: [registry],
    collect() {
      this.set(rooms.liveBoards())
    },
  })
  new Gauge({
    name: 'tablecloth_people_here',
    help: 'People connected to boards, each counted once on each board.',
    registers: [registry],
    collect() {
      this.set(rooms.allPeopleHere())
    },
  })
  new Gauge({
    name: 'tablecloth_waiting_boards',
    help: 'Boards in memory on which something waits for an update that has not come.',
    registers: [registry],
    collect() {
      this.set(rooms.waitingBoards())
    },
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const observe: RequestHandler = (req, res, next) => {
    const stop = durations.startTimer()
    res.on('finish', () => {
      const route = typeof req.route?.path === 'string' ? req.route.path : 'other'
      stop({ method: req.method, route, status: res.statusCode })
    })
    next()
  }
  return { registry, observe }
}
