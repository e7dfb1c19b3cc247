import type { SessionSummary } from '#shared/http/sessions.ts'

/** What lay in each zone when the last step that was kept was left, the fullest zone first. */
export function notesByZone(
  visits: SessionSummary['visits'],
): readonly { readonly zone: string; readonly count: number }[] {
  const last = visits.findLast(({ notesByZone: notes }) => notes !== null)?.notesByZone ?? {}
  return Object.entries(last)
    .filter(([, count]) => count > 0)
    .map(([zone, count]) => ({ zone, count }))
    .toSorted((a, b) => b.count - a.count || (a.zone < b.zone ? -1 : 1))
}
