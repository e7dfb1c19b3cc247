import { setTimeout as delay } from 'node:timers/promises'
import { readUsage } from '../load/process-usage.ts'
import type { Generator } from '../load/start-generator.ts'
import { startGenerator } from '../load/start-generator.ts'
import type { WindowResult } from '../load/window.ts'
import type { Measurement } from '../report/measurement.ts'
import type { ScenarioTable } from '../report/tables.ts'
import type { BenchServer, ServerName } from '../servers/bench-server.ts'
import { startServer } from '../servers/start-server.ts'

export type Conditions = {
  readonly servers: readonly ServerName[]
  readonly isShort: boolean
  /** 1 for the first; what varies little is left out of the later ones. */
  readonly run: number
}

export type Scenario = ScenarioTable & {
  /** Long: only when asked for by its name. Once: not repeated for medians, because it measures bytes, or takes long. */
  readonly kind?: 'long' | 'once'
  /** One run, all servers one after another: whatever the machine does meanwhile, it does to all of them. */
  run(conditions: Conditions): AsyncIterable<Measurement>
}

export type Way = { readonly name: string; readonly as: 'awareness' | 'cursor' }

/** Ours is used as a stock client does and as our own does; the others know the first only. */
export function waysToUse(server: ServerName): readonly Way[] {
  if (server !== 'ours') return [{ name: '', as: 'awareness' }]
  return [
    { name: 'awareness', as: 'awareness' },
    { name: 'cursors (103)', as: 'cursor' },
  ]
}

/** Runs `act` with a fresh server and a fresh generator, and ends both. */
export async function* withServer(
  name: ServerName,
  act: (server: BenchServer, generator: Generator) => AsyncIterable<Measurement>,
): AsyncIterable<Measurement> {
  const server = await startServer(name)
  const generator = startGenerator(server)
  try {
    yield* act(server, generator)
  } finally {
    await generator.stop()
    await server.stop()
  }
}

/** What is measured afterwards: a room full of people, and many small ones. They go through different code. */
const warmUpRooms = [
  { rooms: 1, peoplePerRoom: 50, seconds: 8 },
  { rooms: 20, peoplePerRoom: 5, seconds: 6 },
] as const

/**
 * Lets a server that has just been started work for a while, unmeasured: until then it compiles its own code beside its
 * work, each as long as there is much of it. What is measured afterwards is a server that has run, and that has nothing
 * left to do for the people of the warm-up: ours packs their boards once they have gone.
 */
export async function warmUp(server: BenchServer, generator: Generator, way: Way, isShort: boolean): Promise<void> {
  for (const { rooms, peoplePerRoom, seconds } of warmUpRooms) {
    const lines = await server.lines({ rooms, people: peoplePerRoom, isStock: way.as === 'awareness' })
    await generator.run({
      kind: 'workshop',
      serverPid: server.pid,
      lines,
      peoplePerRoom,
      as: way.as,
      cursorsPerSecond: 20,
      editsPerSecond: 2,
      warmUpMs: isShort ? 1_000 : seconds * 1_000,
      measureMs: 100,
      arriveWithinMs: 2_000,
    })
  }
  await untilIdle(server)
}

const idleShare = 0.02
const idleForMs = 500
const idleWithinMs = 15_000

/** Waits until a server has taken next to nothing of its core for half a second; at most a quarter of a minute. */
async function untilIdle({ pid }: BenchServer): Promise<void> {
  for (const startedAtMs = performance.now(); performance.now() - startedAtMs < idleWithinMs; ) {
    const before = readUsage(pid).cpuMs
    await delay(idleForMs)
    const after = readUsage(pid).cpuMs
    if (before === undefined || after === undefined || after - before <= idleShare * idleForMs) return
  }
}

const busyGenerator = 0.95
const lateGeneratorMs = 20
/** Above this share of waiting for a core, a figure says something about the machine's other work. */
const disturbed = 0.1

/** What makes figures doubtful. */
export function marksOf(
  { generatorBusy, generatorWaited, serverWaited }: WindowResult,
  { lagP99, closed = 0 }: { lagP99: number | undefined; closed?: number },
): string[] {
  const marks: string[] = []
  if (generatorBusy > busyGenerator || (lagP99 ?? 0) > lateGeneratorMs)
    marks.push('generator starved: latency is an upper bound')
  if (generatorWaited > disturbed || serverWaited > disturbed) marks.push('the machine had other work')
  if (closed > 0) marks.push(`${closed} lines closed by the server`)
  return marks
}
