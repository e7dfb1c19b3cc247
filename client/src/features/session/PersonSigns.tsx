import { Check, Hand, PenOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './PersonSigns.module.css'
import { useSession } from './session-context.ts'

/** What a person is in the session, and what she has said of herself: beside her name. */
export function PersonSigns({ participantId }: { readonly participantId: string }) {
  const { t } = useTranslation('session')
  const session = useSession()
  if (!session) return null
  const { run, hands, muted, leaderId, deputyId } = session
  const isDone = run.status === 'running' && run.done.includes(participantId)
  const isUp = hands.some((hand) => hand.participantId === participantId)
  return (
    <span className={styles.signs}>
      {leaderId === participantId ? <span>{t('person.leads')}</span> : null}
      {deputyId === participantId ? <span>{t('person.deputy')}</span> : null}
      {isUp ? (
        <span>
          <Hand size={16} aria-hidden="true" />
          {t('person.hand')}
        </span>
      ) : null}
      {isDone ? (
        <span>
          <Check size={16} aria-hidden="true" />
          {t('person.done')}
        </span>
      ) : null}
      {muted.includes(participantId) ? (
        <span>
          <PenOff size={16} aria-hidden="true" />
          {t('person.muted')}
        </span>
      ) : null}
    </span>
  )
}
