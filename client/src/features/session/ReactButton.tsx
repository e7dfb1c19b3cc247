import { SmilePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reactions } from '#shared/protocol/reactions.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './ReactButton.module.css'
import { ReactionIcon } from './ReactionIcon.tsx'
import { useSelf, useSession, useSessionPlace } from './session-context.ts'

/** What everybody can say without a word. Not while data is saved, and not by who is muted. */
export function ReactButton() {
  const { t } = useTranslation('session')
  const { air, savesData } = useSessionPlace()
  const isSaving = useReadable(savesData)
  const self = useSelf()
  const session = useSession()
  if (isSaving || !self || session?.run.status !== 'running' || session.muted.includes(self.participantId)) return null
  return (
    <Popover
      label={t('react.label')}
      align="end"
      trigger={
        <IconButton kind="plain" className={styles.trigger} label={t('react.label')}>
          <SmilePlus size={20} aria-hidden="true" />
        </IconButton>
      }
    >
      <div className={styles.choices}>
        {reactions.map((reaction) => (
          <button
            key={reaction}
            type="button"
            className={styles.choice}
            aria-label={t(`react.${reaction}`)}
            title={t(`react.${reaction}`)}
            onClick={() => air.react(reaction)}
          >
            <ReactionIcon reaction={reaction} size={24} />
          </button>
        ))}
      </div>
    </Popover>
  )
}
