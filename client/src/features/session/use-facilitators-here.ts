import { useReadable } from '../../ui/use-readable.ts'
import { useSelf, useSession, useSessionPlace } from './session-context.ts'

export type FacilitatorHere = { readonly participantId: string; readonly name: string; readonly isSelf: boolean }

/** Those whom the lead can be handed to now, the deputy first. */
export function useFacilitatorsHere(): readonly FacilitatorHere[] {
  const people = useReadable(useSessionPlace().people)
  const self = useSelf()
  const deputyId = useSession()?.deputyId
  return people
    .filter(({ role }) => role === 'facilitator')
    .map(({ participantId, name }) => ({ participantId, name, isSelf: participantId === self?.participantId }))
    .toSorted((a, b) => Number(b.participantId === deputyId) - Number(a.participantId === deputyId))
}
