import { type Measurement, ratio } from './measurement.ts'

/** A column of a scenario's table. */
export type Column = {
  readonly value: string
  readonly title: string
  readonly unit: 'ms' | 's' | 'share' | 'µs' | 'kB' | 'MB' | 'number'
  /** Whether the peers' figures are given as multiples of ours. */
  readonly isCompared?: boolean
}

export type ScenarioTable = { readonly name: string; readonly title: string; readonly columns: readonly Column[] }

/** Headings, tables and ratios of those scenarios that were measured. */
export function sectionsOf(tables: readonly ScenarioTable[], measurements: readonly Measurement[]): string[] {
  return tables.flatMap((table) => {
    const own = measurements.filter(({ scenario }) => scenario === table.name)
    if (own.length === 0) return []
    return [`## ${table.title}`, tableOf(table, own), ...ratiosOf(table, own)]
  })
}

/** Markdown: one row for each server and case. */
export function tableOf({ columns }: ScenarioTable, measurements: readonly Measurement[]): string {
  const head = ['', 'server', ...columns.map(({ title }) => title), 'remarks']
  const rows = measurements.map(({ part, server, way, values, marks }) => [
    part,
    way === '' ? server : `${server}, ${way}`,
    ...columns.map(({ value, unit }) => format(values[value], unit)),
    marks.join('; '),
  ])
  return markdown(head, rows)
}

/** Markdown: how many times ours each peer's figures are. None where there is nothing to compare. */
export function ratiosOf({ columns }: ScenarioTable, measurements: readonly Measurement[]): string[] {
  const compared = columns.filter(({ isCompared }) => isCompared)
  const ours = measurements.filter(({ server }) => server === 'ours')
  const rows = ours.flatMap((own) =>
    measurements
      .filter(({ server, part }) => server !== 'ours' && part === own.part)
      .map((peer) => [
        own.part,
        own.way === '' ? 'ours' : `ours, ${own.way}`,
        peer.server,
        ...compared.map(({ value }) => formatRatio(ratio(peer.values[value], own.values[value]))),
      ]),
  )
  if (compared.length === 0 || rows.length === 0) return []
  return [markdown(['', 'ours', 'peer', ...compared.map(({ title }) => `${title}: peer ÷ ours`)], rows)]
}

export function format(value: number | undefined, unit: Column['unit']): string {
  if (value === undefined) return '–'
  switch (unit) {
    case 'ms':
      return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
    case 's':
      return (value / 1_000).toFixed(2)
    case 'share':
      return `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)} %`
    case 'µs':
      return (value * 1_000).toFixed(2)
    case 'kB':
      return value < 100_000 ? (value / 1_000).toFixed(1) : Math.round(value / 1_000).toLocaleString('en')
    case 'MB':
      return (value / 1_000_000).toFixed(1)
    case 'number':
      return value < 100 ? String(Math.round(value * 10) / 10) : Math.round(value).toLocaleString('en')
  }
}

function formatRatio(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i < 2 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
