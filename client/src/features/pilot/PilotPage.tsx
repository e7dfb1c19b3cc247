import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { getPilot } from '../../api/pilots.ts'
import { problemCode } from '../../api/problem-error.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState, useProblemText } from '../problem/index.ts'
import { BoardsSection } from './BoardsSection.tsx'
import { PilotHead } from './PilotHead.tsx'
import styles from './PilotPage.module.css'

export function PilotPage() {
  const { t } = useTranslation('pilot')
  const { pilotId = '' } = useParams()
  const problemText = useProblemText()
  const pilot = useQuery({ queryKey: queryKeys.pilot(pilotId), queryFn: ({ signal }) => getPilot(pilotId, signal) })
  if (pilot.isPending) return <Progress label={t('loadingPilot')} isPage />
  if (pilot.isError) {
    if (problemCode(pilot.error) !== 'pilot_not_found') return <ProblemState error={pilot.error} query={pilot} />
    return (
      <EmptyState isPage title={problemText(pilot.error)}>
        <LinkButton to="/" kind="primary">
          {t('toPortfolio')}
        </LinkButton>
      </EmptyState>
    )
  }
  return (
    <>
      <title>{pilot.data.title}</title>
      <nav aria-label={t('whereAmI')}>
        <Link className={styles.back} to="/">
          {t('portfolio.title')}
        </Link>
      </nav>
      <PilotHead pilot={pilot.data} />
      <BoardsSection pilotId={pilotId} />
    </>
  )
}
