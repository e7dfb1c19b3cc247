import { usePeopleById, useSelf, useSession } from '../session-context.ts'
import { DeviceStrip } from './DeviceStrip.tsx'
import { PlaceQuestion } from './PlaceQuestion.tsx'
import styles from './TableStrip.module.css'
import { TableStrip } from './TableStrip.tsx'

/** What everybody should know of where she sits, and is asked about it. */
export function OwnPlace() {
  const session = useSession()
  const self = useSelf()
  const people = usePeopleById()
  if (!session || !self || session.run.status === 'ended') return null
  const { participantId, role } = self
  const person = people.get(participantId)
  const isAsked = role === 'editor' && session.plan.format === 'hybrid' && person?.place === null
  return (
    <div className={styles.strips}>
      {role === 'table' ? <DeviceStrip participantId={participantId} /> : null}
      {isAsked ? <PlaceQuestion /> : null}
      <TableStrip session={session} participantId={participantId} isExpected={role !== 'facilitator'} />
    </div>
  )
}
