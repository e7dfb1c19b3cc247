import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKeptForLater } from '../../offline/service-worker.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import styles from './SavingWords.module.css'
import type { OfflineState } from './saving-state.ts'

export type OfflineWordsProps = {
  readonly state: OfflineState
  readonly words: string
  readonly connection: BoardConnection
  readonly isKept: boolean
}

/** Without a line: how much waits here, what that means when one presses on it, and a way to try at once. */
export function OfflineWords({ state, words, connection, isKept }: OfflineWordsProps) {
  const { t } = useTranslation('board')
  const [isExplaining, setIsExplaining] = useState(false)
  const [opensAgain, setOpensAgain] = useState(false)
  const short =
    state.kind === 'offline' ? t('saving.offlineShort') : t(`saving.${state.kind}Short`, { count: state.count })
  const meaning = !isKept ? 'unkept' : opensAgain ? 'kept' : window.isSecureContext ? 'leaveOpen' : 'plainHttp'
  const explain = async () => {
    setOpensAgain(await isKeptForLater(connection.boardId))
    setIsExplaining(true)
  }
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
        <span className={styles.short}>{short}</span>
      </button>
      <button type="button" className={classNames(styles.retry, styles.long)} onClick={() => connection.reconnect()}>
        {t('saving.retry')}
      </button>
      <Dialog
        isOpen={isExplaining}
        onClose={() => setIsExplaining(false)}
        title={words}
        description={t(`saving.meaning.${meaning}`)}
      >
        <DialogActions>
          <Button
            kind="primary"
            onClick={() => {
              setIsExplaining(false)
              connection.reconnect()
            }}
          >
            {t('saving.retry')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
