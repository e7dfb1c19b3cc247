import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardOnDevice } from '../../offline/board-on-device.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { classNames } from '../../ui/class-names.ts'
import { useReadable } from '../../ui/use-readable.ts'
import styles from './SavingWords.module.css'
import { isWorrying, isWorthSaying, type SavingState, savingState } from './saving-state.ts'
import { WorryingWords } from './WorryingWords.tsx'

export type SavingWordsProps = {
  readonly connection: BoardConnection
  readonly device: Pick<BoardOnDevice, 'isKept' | 'pictures'>
}

/** Is it safe? Always in sight, always in words. */
export function SavingWords({ connection, device }: SavingWordsProps) {
  const isKept = useReadable(device.isKept)
  const state = savingState({
    connection: useReadable(connection.connection),
    saving: useReadable(connection.saving),
    line: useReadable(connection.line),
    isKept,
    pictures: useReadable(device.pictures.states).size,
  })
  const words = useSavingWords(state)
  return (
    <>
      {isWorrying(state) ? (
        <WorryingWords {...{ state, words, connection, isKept }} />
      ) : (
        <p className={classNames(styles.words, styles[state.kind])} title={words}>
          {words}
        </p>
      )}
      <span className="visually-hidden" role="status">
        {useSpokenWords(state, words)}
      </span>
    </>
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
