import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createSession } from '../../api/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import { PastSessions } from './PastSessions.tsx'
import styles from './RunOfShow.module.css'
import { useSessionPlace } from './session-context.ts'
import { deviceTimeZone } from './time-zone.ts'

/** The board has no session: it can have one from its template, or an empty one. */
export function NoSessionYet({ onCheckpoints }: { readonly onCheckpoints: (() => void) | undefined }) {
  const { t } = useTranslation('session')
  const { board } = useSessionPlace()
  const toast = useToast()
  const problemText = useProblemText()
  const [isBusy, setIsBusy] = useState(false)
  const plan = (hasTemplateSteps: boolean) => {
    setIsBusy(true)
    createSession(board.id, { title: board.title, timeZone: deviceTimeZone(), hasTemplateSteps })
      .catch((error: unknown) => toast({ text: problemText(error) }))
      .finally(() => setIsBusy(false))
  }
  const hasTemplate = board.template !== null
  return (
    <div className={styles.body}>
      <EmptyState title={t('none.title')} text={t('none.text')}>
        {hasTemplate ? (
          <Button kind="primary" isBusy={isBusy} onClick={() => plan(true)}>
            {t('none.fromTemplate')}
          </Button>
        ) : null}
        <Button kind={hasTemplate ? 'plain' : 'primary'} isBusy={isBusy} onClick={() => plan(false)}>
          {t('none.empty')}
        </Button>
      </EmptyState>
      <PastSessions onCheckpoints={onCheckpoints} />
    </div>
  )
}
