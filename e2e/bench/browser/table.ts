type Medians = Readonly<Record<string, Readonly<Record<string, number>>>>

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The table of docs/performance.md; what was not measured is left out. */
export function tableOf(medians: Medians): string {
  const value = (name: string, field: string) => medians[name]?.[field] ?? Number.NaN
  const rows = (['fit', 'zone'] as const).flatMap((view) =>
    (['still', 'moving'] as const).flatMap((how) => {
      if (!medians[`ours ${view} ${how}`]) return []
      const [stock, ours] = [value(`stock ${view} ${how}`, 'fps'), value(`ours ${view} ${how}`, 'fps')]
      return [
        `| 2,000 notes, ${view}, ${how} | ${stock.toFixed(1)} | ${ours.toFixed(1)} | ${Math.round((ours / stock) * 100)} % |`,
      ]
    }),
  )
  const seconds = (name: string, field: string) => `${(value(name, field) / 1_000).toFixed(2)} s`
  if (medians['ours editing']) {
    rows.push(
      `| 20 people edit 1,000 notes, frames a second | | ${value('ours editing', 'fps').toFixed(1)} | |`,
      `| 1,000 notes: the first seen after the data | | ${seconds('ours opening 1000', 'firstNoteMs')} | |`,
    )
  }
  if (medians['ours opening 5000']) {
    const [stock, ours] = [seconds('stock opening 5000', 'answeredMs'), seconds('ours opening 5000', 'answeredMs')]
    rows.push(`| 5,000 notes: a click answered after the data | ${stock} | ${ours} | |`)
  }
  return [
    '| | tldraw alone, nobody else there | ours, 100 moving cursors | share |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
