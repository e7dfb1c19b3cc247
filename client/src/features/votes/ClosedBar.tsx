import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { stepPlace, useIsFacilitator, useSession } from '../session/index.ts'
import { OpenVoteButtons } from './OpenVoteButtons.tsx'
import { useRoundTitle } from './use-round-title.ts'
import { useRound } from './use-rounds.ts'
import styles from './VoteBar.module.css'
import { useVotesPlace } from './votes-context.ts'

/** The round whose result is on the notes. */
export function ClosedBar({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('votes')
  const { onPanel, showRound } = useVotesPlace()
  const isFacilitator = useIsFacilitator()
  const session = useSession()
  const place = session && stepPlace(session)
  const { data: round } = useRound(roundId)
  const titleOf = useRoundTitle()
  const result = round?.result
  return (
    <section className={styles.bar} aria-label={t('bar.label')}>
      <CircleCheck className={styles.sign} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title} dir="auto" role="status">
          {round ? t('bar.closedNamed', { title: titleOf(round) }) : t('bar.closed')}
        </p>
        <p className={styles.facts}>
          {round?.setup.isStraw ? <strong>{t('straw')}</strong> : null}
          {result ? <span>{t('votes', { count: result.votes })}</span> : null}
          {result && result.superVotes > 0 ? <span>{t('superVotes', { count: result.superVotes })}</span> : null}
        </p>
      </div>
      <div className={styles.actions}>
        <Button kind="quiet" onClick={() => showRound(undefined)}>
          {t('results.hide')}
        </Button>
        <Button kind={isFacilitator && place?.mode === 'vote' ? 'plain' : 'primary'} onClick={onPanel}>
          {t('bar.results')}
        </Button>
        {isFacilitator && place?.mode === 'vote' ? (
          <OpenVoteButtons step={place.step} before={round?.stepId === place.step.id ? round : undefined} />
        ) : null}
      </div>
    </section>
  )
}
