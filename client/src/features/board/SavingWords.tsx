import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './SavingWords.module.css'
import { isWorthSaying, type SavingState, savingState } from './saving-state.ts'
import { useReadable } from './use-readable.ts'

/** Is it safe? Always in sight, always in words. */
export function SavingWords({ connection }: { readonly connection: BoardConnection }) {
  const state = savingState(useReadable(connection.connection), useReadable(connection.saving))
  const words = useSavingWords(state)
  const isTrouble = state.kind === 'offline' || state.kind === 'offline-unsaved' || state.kind === 'not-saved'
  return (
    <>
      <p className={classNames(styles.words, styles[state.kind])} title={words}>
        {words}
      </p>
      {isTrouble && state.kind !== 'not-saved' ? <RetryButton connection={connection} /> : null}
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
    case 'offline-unsaved':
      return t('saving.offlineUnsaved', { count: state.count })
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
