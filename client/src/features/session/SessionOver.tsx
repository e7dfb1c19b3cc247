import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SummaryDialog } from './SummaryDialog.tsx'
import { useIsRehearsal } from './session-context.ts'

export type SessionOverProps = {
  readonly session: SessionView
  readonly onCheckpoints: (() => void) | undefined
  readonly onPlanAnother: () => void
  /** Away from the rehearsal, where no other way out is in sight. */
  readonly onLeave: (() => void) | undefined
}

export function SessionOver({ session, onCheckpoints, onPlanAnother, onLeave }: SessionOverProps) {
  const { t } = useTranslation('session')
  const [isShown, setIsShown] = useState(false)
  const isRehearsal = useIsRehearsal()
  // It left no summary, and the next session would be a real one.
  if (isRehearsal)
    return (
      <EmptyState title={t('rehearsal.over')} text={t('rehearsal.overText')}>
        {onLeave ? (
          <Button kind="primary" onClick={onLeave}>
            {t('rehearsal.leave')}
          </Button>
        ) : null}
      </EmptyState>
    )
  return (
    <EmptyState title={t('over.title')} text={t('over.text')}>
      <Button kind="primary" onClick={() => setIsShown(true)}>
        {t('over.summary')}
      </Button>
      <Button onClick={onPlanAnother}>{t('over.another')}</Button>
      {isShown ? (
        <SummaryDialog sessionId={session.id} onClose={() => setIsShown(false)} onCheckpoints={onCheckpoints} />
      ) : null}
    </EmptyState>
  )
}
