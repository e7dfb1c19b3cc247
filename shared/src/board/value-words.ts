import { formatNumber, timeFormat } from '../formats.ts'
import { type LocalText, localise } from './local-text.ts'
import type { NoteValue } from './note-values.ts'
import type { ScaleField, ValueTone, ZoneField } from './zone-fields.ts'

/** A value as it is shown: never by its colour alone. The symbol is empty where the words say enough. */
export type ValueWords = { readonly symbol: string; readonly word: string; readonly tone: ValueTone }

/** @param value - one that the field allows */
export function sayValue(field: ZoneField, value: NoteValue, locale: string): ValueWords {
  switch (field.kind) {
    case 'choice': {
      const option = field.options.find((each) => each.value === value)
      return option
        ? { symbol: option.symbol, word: localise(option.word, locale), tone: option.tone }
        : { symbol: '', word: '', tone: 'neutral' }
    }
    case 'scale':
      return sayStep(field, Number(value), locale)
    case 'amount':
      return { symbol: '', word: sayAmount(field.unit, Number(value), locale), tone: 'neutral' }
    case 'date':
      return { symbol: '', word: sayDay(String(value), locale), tone: 'neutral' }
    case 'words':
      return { symbol: '', word: String(value), tone: 'neutral' }
  }
}

const outOf: LocalText = { en: '{value} of {most}', ar: '{value} من {most}' }

function sayStep(field: ScaleField, value: number, locale: string): ValueWords {
  const word = field.words[value - field.min]
  const isSigned = field.min < 0 && field.max > 0
  const figure = isSigned
    ? formatNumber(value, locale, { signDisplay: 'exceptZero' })
    : localise(outOf, locale)
        .replace('{value}', formatNumber(value, locale))
        .replace('{most}', formatNumber(field.max, locale))
  return {
    symbol: isSigned ? (signs[Math.sign(value) + 1] ?? '') : fillOf((value - field.min) / (field.max - field.min)),
    word: word ? localise(word, locale) : figure,
    tone: isSigned ? (signTones[Math.sign(value) + 1] ?? 'neutral') : 'neutral',
  }
}

const signs = ['▼', '◆', '▲'] as const
const signTones = ['poor', 'fair', 'good'] as const
const fills = ['○', '◔', '◑', '◕', '●'] as const

/** @param part - 0 to 1 */
function fillOf(part: number): string {
  return fills[Math.round(part * (fills.length - 1))] ?? ''
}

export function sayAmount(unit: LocalText, value: number, locale: string): string {
  return `${formatNumber(value, locale, { maximumFractionDigits: 2 })} ${localise(unit, locale)}`.trim()
}

/** "22 Nov 2026", the same wherever the reader is. */
export function sayDay(day: string, locale: string): string {
  return timeFormat(locale, dayShown).format(new Date(`${day}T00:00:00Z`))
}

const dayShown = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
