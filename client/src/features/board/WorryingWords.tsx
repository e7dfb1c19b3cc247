import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKeptForLater } from '../../offline/service-worker.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { Button } from '../../ui/Button.tsx'
import callout from '../../ui/Callout.module.css'
import { classNames } from '../../ui/class-names.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './SavingWords.module.css'
import { isOffline, type WorryingState } from './saving-state.ts'

export type WorryingWordsProps = {
  readonly state: WorryingState
  readonly words: string
  readonly connection: BoardConnection
  readonly isKept: boolean
}

/** Where one's work is not on the server: how much of it, what that means when one presses on it, and what one can do. */
export function WorryingWords({ state, words, connection, isKept }: WorryingWordsProps) {
  const { t } = useTranslation('board')
  const [isExplaining, setIsExplaining] = useState(false)
  const [opensAgain, setOpensAgain] = useState(false)
  const isBlocked = 'isBlocked' in useReadable(connection.connection)
  const explain = async () => {
    setOpensAgain(await isKeptForLater(connection.boardId))
    setIsExplaining(true)
  }
  const close = () => setIsExplaining(false)
  return (
    <>
      <button
        type="button"
        className={classNames(styles.words, styles.explained, styles[state.kind])}
        title={words}
        aria-haspopup="dialog"
        onClick={() => void explain()}
      >
        <span className={styles.long}>{words}</span>
        <span className={styles.short}>{useShortWords(state)}</span>
      </button>
      {isOffline(state) ? (
        <button type="button" className={classNames(styles.retry, styles.long)} onClick={() => connection.reconnect()}>
          {t('saving.retry')}
        </button>
      ) : null}
      <Dialog
        isOpen={isExplaining}
        onClose={close}
        title={words}
        description={t(`saving.meaning.${meaningOf(state, isKept, opensAgain)}`)}
      >
        {isBlocked ? <p className={callout.warn}>{t('saving.blocked')}</p> : null}
        <DialogActions>
          {isOffline(state) ? (
            <Button
              kind="primary"
              onClick={() => {
                close()
                connection.reconnect()
              }}
            >
              {t('saving.retry')}
            </Button>
          ) : (
            <Button kind="primary" onClick={close}>
              {t('saving.understood')}
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </>
  )
}

/** What a phone's bar has room for. */
function useShortWords(state: WorryingState): string {
  const { t } = useTranslation('board')
  switch (state.kind) {
    case 'offline':
      return t('saving.offlineShort')
    case 'kept':
      return t('saving.keptShort', { count: state.count })
    case 'unkept':
      return t('saving.unkeptShort', { count: state.count })
    case 'not-saved':
      return t('saving.notSavedShort', { count: state.count })
  }
}

function meaningOf(state: WorryingState, isKept: boolean, opensAgain: boolean) {
  if (!isOffline(state)) return isKept ? 'notSaved' : 'notSavedUnkept'
  if (!isKept) return 'unkept'
  if (opensAgain) return 'kept'
  return window.isSecureContext ? 'leaveOpen' : 'plainHttp'
}
