import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import state from '../../ui/states.module.css'
import styles from './BoardClosed.module.css'
import type { ClosedKind } from './closed-kind.ts'

export type BoardClosedProps = {
  readonly kind: ClosedKind
  readonly boardId: string
  /** What was written here and did not come onto the board. */
  readonly children?: ReactNode
}

/** Instead of the board: why it is not there, and what to do now. */
export function BoardClosed({ kind, boardId, children }: BoardClosedProps) {
  const { t } = useTranslation('board')
  return (
    <main className={styles.page}>
      <title>{t(`closed.${kind}.title`)}</title>
      <Mark size="large" />
      <h1 className={styles.title}>{t(`closed.${kind}.title`)}</h1>
      <p className={state.text}>{t(`closed.${kind}.text`)}</p>
      {children}
      <div className={state.actions}>
        <WayOn kind={kind} boardId={boardId} />
      </div>
    </main>
  )
}

function WayOn({ kind, boardId }: { readonly kind: ClosedKind; readonly boardId: string }) {
  const { t } = useTranslation('board')
  switch (kind) {
    case 'too-large':
    case 'broken':
    case 'door-locked':
      return (
        <>
          <Button kind="primary" onClick={() => location.reload()}>
            {t('closed.reload')}
          </Button>
          <LinkButton to="/">{t('closed.toStart')}</LinkButton>
        </>
      )
    case 'not-signed-in':
    case 'not-a-member':
    case 'no-access':
      return (
        <>
          <LinkButton kind="primary" to="/join">
            {t('closed.joinByCode')}
          </LinkButton>
          <LinkButton to={`/sign-in?next=${encodeURIComponent(`/boards/${boardId}`)}`}>{t('closed.signIn')}</LinkButton>
        </>
      )
    case 'not-found':
    case 'deleted':
    case 'removed':
      return (
        <>
          <LinkButton kind="primary" to="/">
            {t('closed.toStart')}
          </LinkButton>
          <LinkButton to="/join">{t('closed.joinByCode')}</LinkButton>
        </>
      )
  }
}
