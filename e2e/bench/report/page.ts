import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './machine.ts'
import type { Measurement } from './measurement.ts'

export type Results = {
  readonly date: string
  readonly machine: Machine
  readonly runs: number
  readonly medians: readonly Measurement[]
  readonly sections: readonly string[]
}

const begin = '<!-- The benchmark writes from here… -->'
const end = '<!-- …to here. -->'

/** Puts the tables into the page, between its two marks, and the same figures for programs beside it. */
export function writePage(root: string, { sections, ...figures }: Results): void {
  const { date, machine, runs } = figures
  const path = join(root, 'docs/performance.md')
  const page = readFileSync(path, 'utf8')
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${path} has lost the marks between which to write.`)
  const where =
    `Measured ${date} on ${machine.cores} cores (${machine.processor}), Node ${machine.node.slice(1)}, ${machine.system}, over the loopback; ` +
    `${machine.isPinned ? 'the server on one core, the load on another' : 'server and load shared the cores'}; medians of ${runs} runs.`
  writeFileSync(path, [before, begin, '\n\n', [where, ...sections].join('\n\n'), '\n\n', end, after].join(''))
  writeFileSync(join(root, 'docs/performance.json'), `${JSON.stringify(figures, undefined, 2)}\n`)
}
