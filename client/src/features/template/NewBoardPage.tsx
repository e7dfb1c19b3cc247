import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { getPilot } from '../../api/pilots.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Progress } from '../../ui/Progress.tsx'
import { whenIdle } from '../../ui/when-idle.ts'
import { savesData } from '../preferences/index.ts'
import { ProblemState } from '../problem/index.ts'
import { EmptyBoardPreview } from './EmptyBoardPreview.tsx'
import { emptyBoardChoice } from './empty-board-choice.ts'
import styles from './NewBoardPage.module.css'
import { TemplateGallery } from './TemplateGallery.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { templatesQuery } from './template-query.ts'

export type NewBoardPageProps = {
  /** Brings what a board's page and canvas need. */
  readonly prepareBoard: () => void
}

/** First the gallery, then what is about to be created. The choice is in the address, so that "back" goes back. */
export function NewBoardPage({ prepareBoard }: NewBoardPageProps) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  const { pilotId = '' } = useParams()
  const [params] = useSearchParams()
  const chosen = params.get('template')
  const pilot = useQuery({ queryKey: queryKeys.pilot(pilotId), queryFn: ({ signal }) => getPilot(pilotId, signal) })
  const templates = useQuery(templatesQuery(language))
  // Whoever looks at templates is about to open a board. Where data is dear, only the board itself fetches its code.
  useEffect(() => (savesData() ? undefined : whenIdle(prepareBoard)), [prepareBoard])
  if (pilot.isError) return <ProblemState error={pilot.error} query={pilot} />
  if (templates.isError) return <ProblemState error={templates.error} query={templates} />
  if (pilot.isPending || templates.isPending) return <Progress label={t('loading')} isPage />
  const template = templates.data.find(({ id }) => id === chosen)
  return (
    <>
      <title>{t('title')}</title>
      <nav className={styles.crumbs} aria-label={t('whereAmI')}>
        <Link to={`/pilots/${pilotId}`}>
          <bdi>{pilot.data.title}</bdi>
        </Link>
        {chosen ? <Link to={`/pilots/${pilotId}/new-board`}>{t('allTemplates')}</Link> : null}
      </nav>
      {template ? (
        <TemplatePreview template={template} pilotId={pilotId} />
      ) : chosen === emptyBoardChoice ? (
        <EmptyBoardPreview pilotId={pilotId} />
      ) : (
        <TemplateGallery templates={templates.data} pilotId={pilotId} />
      )}
    </>
  )
}
