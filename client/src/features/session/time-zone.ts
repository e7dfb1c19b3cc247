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
