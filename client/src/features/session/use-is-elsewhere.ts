import { constant, useReadable } from '../../ui/use-readable.ts'
import { useSelf, useSession, useSessionPlace, useZones } from './session-context.ts'
import { stepPlace } from './step-place.ts'
import { stepZones } from './step-zones.ts'

const nowhere = constant<readonly string[] | undefined>(undefined)

/** Ids of the step's zones when this person sees none of them, so that she can be taken back there. */
export function useIsElsewhere(): readonly string[] | undefined {
  const { canvas } = useSessionPlace()
  const session = useSession()
  const self = useSelf()
  const zones = useZones()
  const inView = useReadable<readonly string[] | undefined>(canvas?.zonesInView ?? nowhere)
  const place = session && stepPlace(session)
  if (!session || !place || !inView || session.attention.heldZone !== null || place.mode === 'break') return undefined
  const keys = stepZones(session, self?.participantId)
  const wanted = zones.filter(({ key }) => keys.includes(key)).map(({ id }) => id)
  return wanted.length > 0 && !wanted.some((id) => inView.includes(id)) ? wanted : undefined
}
