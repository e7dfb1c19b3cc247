import { useTranslation } from 'react-i18next'
import type { Voter } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './VotesPanel.module.css'

export type VoterRowProps = {
  readonly voter: Voter
  readonly words: string
  readonly isBusy: boolean
  /** Undefined where it is too late for it. */
  readonly onLeaveOut: (() => void) | undefined
}

export function VoterRow({ voter: { name, joinedLater, isLeftOut }, words, isBusy, onLeaveOut }: VoterRowProps) {
  const { t } = useTranslation('votes')
  return (
    <li className={styles.row}>
      <div className={styles.person}>
        <p>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.soft}>
          {[isLeftOut ? t('voters.isLeftOut') : '', words, joinedLater ? t('voters.joinedLater') : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {onLeaveOut ? (
        <Button
          size="small"
          isBusy={isBusy}
          aria-label={t(isLeftOut ? 'voters.takeInName' : 'voters.leaveOutName', { name })}
          onClick={onLeaveOut}
        >
          {t(isLeftOut ? 'voters.takeIn' : 'voters.leaveOut')}
        </Button>
      ) : null}
    </li>
  )
}
