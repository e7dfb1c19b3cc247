import type { LocalText } from '../local-text.ts'
import { curveField, hasCounts, type ZoneLive } from './live.ts'
import type { PlannedZone } from './plan.ts'
import { countWords } from './table.ts'
import { combine } from './words.ts'

/** What a background shows of its notes, for those who do not see it: "First look: 3 of 5", "Feeling, Start: −1". */
export function sayLive(zone: PlannedZone, { counts = [], means = [] }: ZoneLive): LocalText[] {
  const columnCount = zone.labels.length
  const field = curveField(zone)
  return [
    ...(hasCounts(zone) ? (zone.rows ?? []) : []).map((row, i) =>
      combine([row, countWords(counts[i] ?? 0, columnCount)], (parts) => parts.join(': ')),
    ),
    ...(field ? zone.labels : []).flatMap((stage, i) => {
      const mean = means[i]
      if (!field || mean === undefined) return []
      return combine([field.label, stage], ([name, at], locale) => {
        const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
          mean,
        )
        return `${name}${locale.startsWith('ar') ? '،' : ','} ${at}: ${number}`
      })
    }),
  ]
}
