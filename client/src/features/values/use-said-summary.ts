import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import { shareOfGood, type ValueSummary } from '#shared/board/value-summary.ts'
import { sayAmount, sayDay, sayValue } from '#shared/board/value-words.ts'
import { formatNumber } from '#shared/formats.ts'
import { useLanguage } from '../../i18n/use-language.ts'

const oneDigit = { maximumFractionDigits: 1 } as const

/** A summary in a few words: "3 of 8: Adequate", "5.4 on average, from 2 to 9". */
export function useSaidSummary(): (summary: ValueSummary) => string {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  return (summary) => {
    const { field, count, mean, sum, spread, shares } = summary
    if (count === 0) return t('none')
    const number = (value: number) => formatNumber(value, language, oneDigit)
    switch (field.kind) {
      case 'choice': {
        const best = shareOfGood(summary) ?? shares.toSorted((a, b) => b.count - a.count)[0]
        if (!best) return ''
        return t('share', {
          word: sayValue(field, best.value, language).word,
          part: number(best.count),
          of: number(count),
        })
      }
      case 'scale': {
        const [least, most] = spread ?? [0, 0]
        if (count === 1) return number(mean ?? 0)
        return t('average', { mean: number(mean ?? 0), least: number(Number(least)), most: number(Number(most)) })
      }
      case 'amount':
        return t('sum', { sum: sayAmount(field.unit, sum ?? 0, language) })
      case 'date': {
        const [first, last] = (spread ?? []).map((day) => sayDay(String(day), language))
        return first === last ? (first ?? '') : t('between', { first, last })
      }
      case 'words':
        return t('said', { count, label: localise(field.label, language) })
    }
  }
}
