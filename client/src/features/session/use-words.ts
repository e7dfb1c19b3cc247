import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import { formatNumber, timeFormat } from '#shared/formats.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useSessionPlace, useZones } from './session-context.ts'

const dayFormat = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** How the parts of a session are named to this reader. */
export function useWords() {
  const { t } = useTranslation('session')
  const { language } = useLanguage()
  const zones = useZones()
  const { canvas } = useSessionPlace()
  /** A step keeps the key of a zone that was deleted: it may come back. */
  const zoneName = (key: string) => {
    const zone = zones.find((each) => each.key === key)
    return zone ? zone.name : canvas ? t('zoneGone') : key
  }
  const text = (texts: Readonly<Record<string, string>>) => localise(texts, language).trim()
  return {
    text,
    /** A step without a title has one all the same. */
    titleOf: ({ title }: { readonly title: Readonly<Record<string, string>> }) => text(title) || t('step.untitled'),
    zoneName,
    zoneNames(keys: readonly string[]): string {
      const names = keys.map(zoneName)
      return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
    },
    /** Names of people or things, each in its own direction. */
    nameList: (names: readonly string[]) =>
      new Intl.ListFormat(language, { type: 'conjunction' }).format(names.map((name) => `\u2068${name}\u2069`)),
    number: (value: number) => formatNumber(value, language),
    /** "14:05", where the session is planned. */
    time: (atMs: number, timeZone?: string) =>
      timeFormat(language, {
        hour: 'numeric',
        minute: '2-digit',
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(atMs),
    /** "12 Mar 2026, 14:05 – 16:20 GMT+12", where the session is planned; the zone where it is not the reader's. */
    span: (startMs: number, endMs: number, shown: { readonly timeZone?: string; readonly isZoneNamed?: boolean }) =>
      timeFormat(language, {
        ...({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
        timeZone: shown.timeZone,
        ...(shown.isZoneNamed && { timeZoneName: 'short' }),
      }).formatRange(startMs, endMs),
    /** "14:05 GMT+12", by the clock of this device. */
    zonedTime: (atMs: number) =>
      timeFormat(language, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(atMs),
    /** "Tue 24 Nov". */
    date: (atMs: number, timeZone?: string) => timeFormat(language, { ...dayFormat, timeZone }).format(atMs),
    /** "Tue 24 Nov, 10:00", where the session is planned, or by the clock of this device. */
    dayTime: (atMs: number, shown: { readonly timeZone?: string; readonly isZoneNamed?: boolean } = {}) =>
      timeFormat(language, {
        ...{ ...dayFormat, hour: 'numeric', minute: '2-digit', timeZone: shown.timeZone },
        ...(shown.isZoneNamed && { timeZoneName: 'short' }),
      }).format(atMs),
    /** In a sentence: "90 minutes", "2 hours 15 minutes", as templates say it. */
    duration(ms: number): string {
      const whole = Math.round(ms / 60_000)
      if (whole === 0 && ms > 0) return t('minutesUnder')
      if (whole <= 90) return t('minutes', { count: whole })
      const [hours, rest] = [Math.floor(whole / 60), whole % 60]
      const parts = [t('hours', { count: hours }), ...(rest > 0 ? [t('minutes', { count: rest })] : [])]
      return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(parts)
    },
    /** In a column, beside what was planned: "7 min". What took no minute took time all the same. */
    tookMinutes(ms: number): string {
      const count = Math.round(ms / 60_000)
      return count === 0 ? t('minutesUnder') : t('minutesShort', { count })
    },
    shortMinutes: (ms: number) => t('minutesShort', { count: Math.max(1, Math.round(Math.abs(ms) / 60_000)) }),
    /** Minutes of a span, one at least: half a minute late is late. */
    minutes: (ms: number) => t('minutes', { count: Math.max(1, Math.round(Math.abs(ms) / 60_000)) }),
  }
}
