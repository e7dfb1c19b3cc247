import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Options, readOptions, usage } from './options.ts'
import { machine } from './report/machine.ts'
import { type Measurement, mediansOf } from './report/measurement.ts'
import { writePage } from './report/page.ts'
import { sectionsOf } from './report/tables.ts'
import { scenarios } from './scenarios/scenarios.ts'

const root = join(import.meta.dirname, '../..')
const offer = {
  usual: scenarios.filter(({ kind }) => kind !== 'long').map(({ name }) => name),
  long: scenarios.filter(({ kind }) => kind === 'long').map(({ name }) => name),
}

async function measure({ scenarios: wanted, servers, isShort, runs }: Options): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  const startedAt = performance.now()
  for (let run = 1; run <= runs; run += 1) {
    for (const scenario of scenarios.filter(({ name, kind }) => wanted.includes(name) && (run === 1 || !kind))) {
      for await (const measurement of scenario.run({ servers, isShort, run })) {
        measurements.push(measurement)
        const { part, server, way } = measurement
        const seconds = Math.round((performance.now() - startedAt) / 1_000)
        process.stderr.write(`${seconds} s, run ${run} of ${runs}: ${scenario.name}, ${part}, ${server} ${way}\n`)
      }
    }
  }
  return measurements
}

async function bench(options: Options): Promise<void> {
  const measurements = await measure(options)
  const results = { date: new Date().toISOString().slice(0, 10), machine: machine(), runs: options.runs, measurements }
  const dir = join(root, '.cache/bench')
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`)

  const { date, runs } = results
  const medians = mediansOf(measurements)
  const sections = sectionsOf(scenarios, medians)
  process.stdout.write(`\n${sections.join('\n\n')}\n`)
  if (options.isWhole) writePage(root, { date, machine: results.machine, runs, medians, sections })
}

const options = readOptions(process.argv.slice(2), offer)
if (options) await bench(options)
else process.stdout.write(`${usage(offer)}\n`)
