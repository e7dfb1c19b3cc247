import { formatNumber } from '../../formats.ts'
import type { LocalText } from '../local-text.ts'
import { curveField, hasCounts, ratedField, type ZoneLive } from './live.ts'
import type { PlannedZone } from './plan.ts'
import { countWords } from './table.ts'
import { combine } from './words.ts'

/** What a background shows of its notes, for those who do not see it: "First look: 3 of 5", "Feeling, Start: −1", "Rating, Talent: 75%". */
export function sayLive(zone: PlannedZone, { counts = [], means = [], standings = [] }: ZoneLive): LocalText[] {
  const columnCount = zone.labels.length
  const field = curveField(zone)
  const rated = ratedField(zone)
  return [
    ...(hasCounts(zone) ? (zone.rows ?? []) : []).map((row, i) =>
      combine([row, countWords(counts[i] ?? 0, columnCount)], (parts) => parts.join(': ')),
    ),
    ...(field ? zone.labels : []).flatMap((stage, i) => {
      const mean = means[i]
      if (!field || mean === undefined) return []
      return combine([field.label, stage], ([name, at], locale) => {
        const number = formatNumber(mean, locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
        return sayAt(name, at, number, locale)
      })
    }),
    ...(rated ? zone.labels : []).flatMap((slice, i) => {
      const standing = standings[i]
      if (!rated || standing === undefined) return []
      return combine([rated.label, slice], ([name, at], locale) =>
        sayAt(name, at, formatNumber(standing, locale, { style: 'percent' }), locale),
      )
    }),
  ]
}

function sayAt(name: string | undefined, at: string | undefined, number: string, locale: string): string {
  return `${name}${locale.startsWith('ar') ? '،' : ','} ${at}: ${number}`
}
