import { relativeTimeFormat, timeFormat } from '#shared/formats.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A time as people say it: "now", "5 minutes ago", "yesterday", "12 Mar", "12 Mar 2024". */
export function formatWhen(atMs: number, nowMs: number, locale: string): string {
  const agoMs = Math.max(0, nowMs - atMs)
  const relative = relativeTimeFormat(locale, { numeric: 'auto' })
  if (agoMs < minuteMs) return relative.format(0, 'second')
  if (agoMs < hourMs) return relative.format(-Math.floor(agoMs / minuteMs), 'minute')
  const days = calendarDays(atMs, nowMs)
  if (days === 0) return relative.format(-Math.floor(agoMs / hourMs), 'hour')
  if (days < 7) return relative.format(-days, 'day')
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  return timeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(atMs)
}

/** The exact time, in the reader's own time zone. */
export function formatExact(atMs: number, locale: string): string {
  return timeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(atMs)
}

/** A moment within a sentence: "12 Mar 2026, 10:45". */
export function formatMoment(atMs: number, locale: string): string {
  // The month in words in every language: of Arabic's shorter style it is not clear which number is the day.
  return timeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(atMs)
}

/** Days left until `atMs`, begun ones counted whole, never below 0. */
export function daysUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / dayMs))
}

/** Midnights between two times, where the person is: an evening and the next morning are a day apart. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)
  // Rounded, because days on which the clocks change have 23 or 25 hours.
  return Math.round((midnight(toMs) - midnight(fromMs)) / dayMs)
}
