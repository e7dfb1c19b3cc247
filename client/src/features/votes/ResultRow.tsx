import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ResultTarget } from '#shared/session/votes/round.ts'
import { useWords } from '../session/index.ts'
import { useItemName } from './use-item-name.ts'
import styles from './VotesPanel.module.css'
import { useVotesPlace } from './votes-context.ts'

/** @param most - votes of the first one, which its bar is as long as. */
export function ResultRow({ target, most }: { readonly target: ResultTarget; readonly most: number }) {
  const { t } = useTranslation('votes')
  const { canvas } = useVotesPlace()
  const { number } = useWords()
  const name = useItemName()(target)
  const { rank, isTied, votes, superVotes, voters, isGone } = target
  const words = (
    <span className={styles.words} dir="auto">
      {target.text || name}
    </span>
  )
  return (
    <li className={styles.result}>
      <p className={styles.place} data-best={(rank ?? 9) <= 3 || undefined}>
        <span className="visually-hidden">{t('results.rank')} </span>
        <bdi dir="ltr">
          {rank === null ? '–' : t(isTied ? 'results.tied' : 'results.place', { rank: number(rank) })}
        </bdi>
      </p>
      <div className={styles.what}>
        {isGone ? (
          <p className={styles.gone}>
            {target.text === '' ? null : words}
            <span className={styles.soft}>{t('results.gone')}</span>
          </p>
        ) : (
          <button
            type="button"
            className={styles.text}
            aria-label={t('results.goTo', { name })}
            onClick={() => canvas?.goToNote(target.targetId)}
          >
            {words}
          </button>
        )}
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${(votes / most) * 100}%` }} />
        </span>
        {voters && voters.length > 0 ? (
          <p className={styles.soft} dir="auto">
            {voters
              .map((one) => t('results.voter', { name: one.name, votes: number(one.votes + one.superVotes) }))
              .join(', ')}
          </p>
        ) : null}
      </div>
      <p className={styles.count}>
        <strong>{t('votes', { count: votes })}</strong>
        {superVotes > 0 ? (
          <span className={styles.supers}>
            <Star size={14} aria-hidden="true" />
            {t('superVotes', { count: superVotes })}
          </span>
        ) : null}
      </p>
    </li>
  )
}
