import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Options, readOptions, usage } from './options.ts'
import { machine } from './report/machine.ts'
import { type Measurement, mediansOf } from './report/measurement.ts'
import { writePage } from './report/page.ts'
import { ratiosOf, tableOf } from './report/tables.ts'
import { scenarios } from './scenarios/scenarios.ts'

const root = join(import.meta.dirname, '../..')
const names = scenarios.map(({ name }) => name)

async function measure({ scenarios: wanted, servers, isShort, runs }: Options): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (let run = 1; run <= runs; run += 1) {
    for (const scenario of scenarios.filter(({ name }) => wanted.includes(name))) {
      for await (const measurement of scenario.run({ servers, isShort })) {
        measurements.push(measurement)
        const { part, server, way } = measurement
        process.stderr.write(`${run}/${runs} ${scenario.name}: ${part}, ${server}${way && `, ${way}`}\n`)
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

  const medians = mediansOf(measurements)
  const sections = scenarios.flatMap((scenario) => {
    const own = medians.filter((each) => each.scenario === scenario.name)
    if (own.length === 0) return []
    return [`## ${scenario.title}`, tableOf(scenario, own), ratiosOf(scenario, own) ?? []].flat()
  })
  process.stdout.write(`\n${sections.join('\n\n')}\n`)
  const isWhole = !options.isShort && options.scenarios.length === names.length && options.servers.length === 4
  if (isWhole) writePage(root, { ...results, medians, sections })
}

const options = readOptions(process.argv.slice(2), names)
if (options) await bench(options)
else process.stdout.write(`${usage.replace('%SCENARIOS%', names.join(', '))}\n`)
