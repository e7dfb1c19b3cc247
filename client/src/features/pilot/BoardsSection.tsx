import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardState } from '#shared/http/boards.ts'
import { listBoards } from '../../api/boards.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ProblemState } from '../problem/index.ts'
import { BoardCard } from './BoardCard.tsx'
import styles from './PilotPage.module.css'

export function BoardsSection({ pilotId }: { readonly pilotId: string }) {
  const { t } = useTranslation('pilot')
  const [state, setState] = useState<BoardState>('active')
  return (
    <section className={styles.section} aria-labelledby="boards">
      <div className={styles.sectionHead}>
        <h2 id="boards">{t('field.boards')}</h2>
        <LinkButton kind="primary" to={`/pilots/${pilotId}/new-board`}>
          {t('newBoard')}
        </LinkButton>
      </div>
      <Tabs
        label={t('boardStates')}
        value={state}
        onChange={setState}
        tabs={[
          { value: 'active', label: t('state.active') },
          { value: 'archived', label: t('state.archived') },
          { value: 'deleted', label: t('state.deleted') },
        ]}
      >
        <BoardList pilotId={pilotId} state={state} />
      </Tabs>
    </section>
  )
}

function BoardList({ pilotId, state }: { readonly pilotId: string; readonly state: BoardState }) {
  const { t } = useTranslation('pilot')
  const boards = useQuery({
    queryKey: queryKeys.boards(pilotId, state),
    queryFn: ({ signal }) => listBoards(pilotId, state, signal),
  })
  if (boards.isPending) return <Progress label={t('loadingBoards')} />
  if (boards.isError) return <ProblemState error={boards.error} query={boards} />
  if (boards.data.length === 0) {
    return (
      <EmptyState title={t(`empty.${state}.title`)} text={t(`empty.${state}.text`)}>
        {state === 'active' ? <LinkButton to={`/pilots/${pilotId}/new-board`}>{t('newBoard')}</LinkButton> : null}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.boards}>
      {boards.data.map((board) => (
        <li key={board.id}>
          <BoardCard board={board} state={state} />
        </li>
      ))}
    </ul>
  )
}
