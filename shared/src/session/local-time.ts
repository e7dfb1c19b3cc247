const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** `2026-03-12T14:00` as the clocks there show that moment: what a `datetime-local` field takes. */
export function toLocalInput(atMs: number, timeZone: string): string {
  return new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 16)
}

/** The moment at which clocks there show `text`; null for what is no date. Of an hour that comes twice, the first. */
export function fromLocalInput(text: string, timeZone: string): number | null {
  const asUtcMs = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtcMs)) return null
  const early = asUtcMs - offsetMs(asUtcMs - dayMs, timeZone)
  const late = asUtcMs - offsetMs(asUtcMs + dayMs, timeZone)
  // The offset of before the clocks change, where it leads to the time that was typed; else the one of after.
  return toLocalInput(early, timeZone) === text.slice(0, 16) ? early : late
}

/** When the clocks there show that time, so many days after the day of `atMs`. */
export function onLaterDay(atMs: number, daysLater: number, minuteOfDay: number, timeZone: string): number {
  const midnightMs = Date.parse(`${toLocalInput(atMs, timeZone).slice(0, 10)}T00:00Z`)
  const shown = new Date(midnightMs + daysLater * dayMs + minuteOfDay * minuteMs).toISOString().slice(0, 16)
  return fromLocalInput(shown, timeZone) ?? atMs
}

/** Making one takes longer than all that is asked of it, and a screen asks every second. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = makeFormat(timeZone)
  // Names come from whoever plans a session; the list of real ones is shorter.
  if (formats.size >= 1_000) formats.clear()
  formats.set(timeZone, format)
  return format
}

/** A zone that is not known here, from a newer list or mistyped by a program, is UTC. */
function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const inZone = (known: string) =>
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: known, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  try {
    return inZone(timeZone)
  } catch {
    return inZone('UTC')
  }
}

function offsetMs(atMs: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(atMs)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const shownMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shownMs - Math.floor(atMs / 1000) * 1000
}
