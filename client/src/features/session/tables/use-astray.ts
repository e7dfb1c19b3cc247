import type { TableRound } from '#shared/session/tables/table-plan.ts'
import { useReadable } from '../../../ui/use-readable.ts'
import { useSessionPlace, useZones } from '../session-context.ts'
import { useServerNow } from '../use-server-now.ts'

/** People take a moment to come, and look round. */
const everyMs = 2_000

/**
 * Who is here, sits at a table of this round, and looks somewhere else: by participant id. Of somebody who does not say
 * where she looks nothing is told.
 */
export function useAstray(round: TableRound | undefined): ReadonlySet<string> {
  const { people, canvas } = useSessionPlace()
  const here = useReadable(people)
  const zones = useZones()
  useServerNow(everyMs)
  const astray = new Set<string>()
  for (const table of round?.tables ?? []) {
    const zoneId = zones.find(({ key }) => key === table.zone)?.id
    if (zoneId === undefined) continue
    for (const { participantId, connections } of here) {
      if (!table.people.includes(participantId)) continue
      const looks = connections.flatMap(({ clientId }) => canvas?.zonesSeenBy(clientId) ?? [])
      const isKnown = connections.some(({ clientId }) => canvas?.zonesSeenBy(clientId) !== undefined)
      if (isKnown && !looks.includes(zoneId)) astray.add(participantId)
    }
  }
  return astray
}
