import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Pilot } from '#shared/http/pilots.ts'
import card from '../../ui/Card.module.css'
import { BoardPicture } from '../pilot/index.ts'
import styles from './PilotCard.module.css'

export function PilotCard({ pilot }: { readonly pilot: Pilot }) {
  return (
    <article className={card.card}>
      {pilot.latestBoardId ? (
        <BoardPicture boardId={pilot.latestBoardId} title={pilot.title} changedAtMs={pilot.changedAtMs} />
      ) : null}
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link className={card.link} to={`/pilots/${pilot.id}`}>
            <bdi>{pilot.title}</bdi>
          </Link>
        </h3>
        {pilot.challenge ? (
          <p className={styles.challenge}>
            <bdi>{pilot.challenge}</bdi>
          </p>
        ) : null}
        <PilotNumbers pilot={pilot} />
      </div>
    </article>
  )
}

/** "3 boards · 12 people · 4 countries", without what there is none of. */
function PilotNumbers({ pilot }: { readonly pilot: Pilot }) {
  const { t } = useTranslation('pilot')
  const numbers = [
    pilot.boardCount > 0 ? t('boards', { count: pilot.boardCount }) : t('noBoards'),
    pilot.participantCount > 0 ? t('people', { count: pilot.participantCount }) : '',
    pilot.countries.length > 0 ? t('countries', { count: pilot.countries.length }) : '',
  ].filter(Boolean)
  return <p className={styles.numbers}>{numbers.join(' · ')}</p>
}
