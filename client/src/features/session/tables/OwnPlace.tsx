import { phoneWidth, useMediaQuery } from '../../../ui/use-media-query.ts'
import { usePeopleById, useSelf, useSession } from '../session-context.ts'
import { stepPlace } from '../step-place.ts'
import { DeviceStrip } from './DeviceStrip.tsx'
import { asksForPlace, ownTable } from './own-table.ts'
import { PlaceQuestion } from './PlaceQuestion.tsx'
import styles from './TableStrip.module.css'
import { TableStrip } from './TableStrip.tsx'

/** What everybody should know of where she sits, and is asked about it. */
export function OwnPlace() {
  const session = useSession()
  const self = useSelf()
  const people = usePeopleById()
  const isPhone = useMediaQuery(phoneWidth)
  if (!session || !self || session.run.status === 'ended') return null
  const { participantId, role } = self
  const person = people.get(participantId)
  const isAsked = role === 'editor' && person?.place === null && asksForPlace(session)
  // On a phone there is room for one of these: her seat, else the question, else what comes next. While people vote it waits.
  const isSeated = Boolean(ownTable(session, participantId))
  const isVoting = stepPlace(session)?.mode === 'vote'
  return (
    <div className={styles.strips}>
      {role === 'table' ? <DeviceStrip participantId={participantId} /> : null}
      {isAsked && !(isPhone && (isSeated || isVoting)) ? <PlaceQuestion /> : null}
      {isPhone && !isSeated && (isAsked || isVoting) ? null : (
        <TableStrip session={session} participantId={participantId} isExpected={role !== 'facilitator'} />
      )}
    </div>
  )
}
