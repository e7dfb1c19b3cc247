import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canOpenWithoutLine } from '../../offline/service-worker.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import type { Readable } from '../../sync/readable.ts'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './SavingWords.module.css'
import { isWorthSaying, type SavingState, savingState } from './saving-state.ts'
import { useReadable } from './use-readable.ts'

export type SavingWordsProps = {
  readonly connection: BoardConnection
  /** Whether the device keeps what the server does not have yet. */
  readonly isKept: Readable<boolean>
}

/** Is it safe? Always in sight, always in words. */
export function SavingWords({ connection, isKept }: SavingWordsProps) {
  const state = savingState({
    connection: useReadable(connection.connection),
    saving: useReadable(connection.saving),
    line: useReadable(connection.line),
    isKept: useReadable(isKept),
  })
  const { t } = useTranslation('board')
  const [isExplaining, setIsExplaining] = useState(false)
  const words = useSavingWords(state)
  const explanation = !useReadable(isKept) ? 'unkept' : canOpenWithoutLine() ? 'kept' : 'plainHttp'
  const isWithoutLine = state.kind === 'offline' || state.kind === 'kept' || state.kind === 'unkept'
  return (
    <>
      {isWithoutLine ? (
        <>
          <button
            type="button"
            className={classNames(styles.words, styles.explained, styles[state.kind])}
            title={words}
            aria-haspopup="dialog"
            onClick={() => setIsExplaining(true)}
          >
            {words}
          </button>
          <RetryButton connection={connection} />
        </>
      ) : (
        <p className={classNames(styles.words, styles[state.kind])} title={words}>
          {words}
        </p>
      )}
      <Dialog isOpen={isExplaining} onClose={() => setIsExplaining(false)} title={t('saving.details.label')}>
        <p>{t(`saving.details.${explanation}`)}</p>
      </Dialog>
      <span className="visually-hidden" role="status">
        {useSpokenWords(state, words)}
      </span>
    </>
  )
}

function RetryButton({ connection }: { readonly connection: BoardConnection }) {
  const { t } = useTranslation('board')
  return (
    <button type="button" className={styles.retry} onClick={() => connection.reconnect()}>
      {t('saving.retry')}
    </button>
  )
}

function useSavingWords(state: SavingState): string {
  const { t } = useTranslation('board')
  switch (state.kind) {
    case 'saving':
      return t('saving.saving', { count: state.count })
    case 'not-saved':
      return t('saving.notSaved', { count: state.count })
    case 'waiting':
      return t('saving.waiting', { count: state.count })
    case 'kept':
      return t('saving.kept', { count: state.count })
    case 'unkept':
      return t('saving.unkept', { count: state.count })
    case 'offline':
      return t('saving.offline')
    case 'connecting':
      return t('saving.connecting')
    case 'saved':
      return t('saving.saved')
  }
}

function useSpokenWords(state: SavingState, words: string): string {
  const told = useRef<SavingState>({ kind: 'saved' })
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    if (!isWorthSaying(told.current, state)) return
    told.current = state
    setSpoken(words)
  }, [state, words])
  return spoken
}
