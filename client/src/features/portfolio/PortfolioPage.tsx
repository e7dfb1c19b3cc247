import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPilots } from '../../api/pilots.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { ProblemState } from '../problem/index.ts'
import { NewPilotDialog } from './NewPilotDialog.tsx'
import { PilotBoard } from './PilotBoard.tsx'
import { PilotList } from './PilotList.tsx'
import styles from './PortfolioPage.module.css'
import { searchPilots } from './search-pilots.ts'
import { usePortfolioView } from './use-portfolio-view.ts'

export function PortfolioPage() {
  const { t } = useTranslation('pilot')
  const [typed, setTyped] = useState('')
  const [isCreating, setIsCreating] = useState(false)
  const [view, setView] = usePortfolioView()
  const pilots = useQuery({ queryKey: queryKeys.pilots, queryFn: ({ signal }) => listPilots(signal) })
  const found = searchPilots(pilots.data ?? [], typed)
  return (
    <>
      <title>{t('portfolio.title')}</title>
      <div className={styles.heading}>
        <h1>{t('portfolio.title')}</h1>
        <div className={styles.tools}>
          <SearchField
            label={t('portfolio.search')}
            placeholder={t('portfolio.searchHint')}
            typed={typed}
            onChange={setTyped}
          />
          <SegmentedControl
            label={t('portfolio.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'board', label: t('portfolio.asBoard') },
              { value: 'list', label: t('portfolio.asList') },
            ]}
          />
          <Button kind="primary" onClick={() => setIsCreating(true)}>
            {t('newPilot.title')}
          </Button>
        </div>
      </div>
      {pilots.isPending ? <Progress label={t('portfolio.loading')} isPage /> : null}
      {pilots.isError ? <ProblemState error={pilots.error} query={pilots} /> : null}
      {pilots.isSuccess && pilots.data.length === 0 ? (
        <EmptyState title={t('portfolio.empty.title')} text={t('portfolio.empty.text')}>
          <Button kind="primary" onClick={() => setIsCreating(true)}>
            {t('portfolio.empty.action')}
          </Button>
        </EmptyState>
      ) : null}
      {pilots.isSuccess && pilots.data.length > 0 && found.length === 0 ? (
        <EmptyState title={t('portfolio.nothingFound', { typed })}>
          <Button onClick={() => setTyped('')}>{t('portfolio.showAll')}</Button>
        </EmptyState>
      ) : null}
      <p className="visually-hidden" role="status">
        {typed ? t('portfolio.found', { count: found.length }) : ''}
      </p>
      {found.length > 0 ? view === 'board' ? <PilotBoard pilots={found} /> : <PilotList pilots={found} /> : null}
      {isCreating ? <NewPilotDialog onClose={() => setIsCreating(false)} /> : null}
    </>
  )
}
