/** The device's own, where a session's is not known here. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A name that this browser knows; the device's own instead of one that it does not. */
export function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    // From a newer list of zones, or mistyped by a program.
    return deviceTimeZone()
  }
}

/** All of them by name, with the one that is chosen even if the browser does not list it. */
export function listTimeZones(chosen: string): string[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])
  return [...zones].sort()
}

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

const dayMs = 24 * 60 * 60_000

function offsetMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(atMs)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const shownMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shownMs - Math.floor(atMs / 1000) * 1000
}
