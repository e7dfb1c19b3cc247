/** One thing measured once: a server under a scenario, and what came out. */
export type Measurement = {
  readonly scenario: string
  /** Which case of the scenario: "100 people". */
  readonly part: string
  readonly server: string
  /** How the server was used, where there is more than one way: "cursors (103)". */
  readonly way: string
  readonly values: Readonly<Record<string, number | undefined>>
  /** What a reader must know to judge the figures: that the generator was late, that lines were closed. */
  readonly marks: readonly string[]
}

/** Of several runs of the same thing: the median of each figure, and every mark. */
export function mediansOf(measurements: readonly Measurement[]): Measurement[] {
  const groups = new Map<string, Measurement[]>()
  for (const measurement of measurements) {
    const { scenario, part, server, way } = measurement
    const key = JSON.stringify([scenario, part, server, way])
    groups.set(key, [...(groups.get(key) ?? []), measurement])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const names = new Set(group.flatMap(({ values }) => Object.keys(values)))
    const values = Object.fromEntries([...names].map((name) => [name, median(group.map((each) => each.values[name]))]))
    return { ...first, values, marks: [...new Set(group.flatMap(({ marks }) => marks))] }
  })
}

/** Of those that are there; the mean of the middle two where their number is even. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  if (sorted.length === 0) return undefined
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
  return (upper + lower) / 2
}

/** How many times the peer's figure is ours; undefined where either is missing or ours is nothing. */
export function ratio(peer: number | undefined, ours: number | undefined): number | undefined {
  return peer === undefined || ours === undefined || ours === 0 ? undefined : peer / ours
}
