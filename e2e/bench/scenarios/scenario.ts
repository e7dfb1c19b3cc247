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

const warmUpPeople = 50

/**
 * Lets a server that has just been started work for a while, unmeasured: until then it compiles its own code beside its
 * work, each as long as there is much of it. What is measured afterwards is a server that has run.
 */
export async function warmUp(server: BenchServer, generator: Generator, way: Way, isShort: boolean): Promise<void> {
  const lines = await server.lines({ people: warmUpPeople, isStock: way.as === 'awareness' })
  await generator.run({
    kind: 'workshop',
    serverPid: server.pid,
    lines,
    peoplePerRoom: warmUpPeople,
    as: way.as,
    cursorsPerSecond: 20,
    editsPerSecond: 2,
    warmUpMs: isShort ? 1_000 : 8_000,
    measureMs: 100,
    arriveWithinMs: 2_000,
  })
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
