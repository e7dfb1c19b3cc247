import { useCallback, useEffect, useState } from 'react'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { chooseToSaveData, chosenToSaveData, savesData } from '../preferences/index.ts'

export type SaveData = {
  readonly isOn: boolean
  /** Nobody has said yes or no on this device. */
  readonly isUndecided: boolean
  readonly choose: (isOn: boolean) => void
}

/** Whether this device saves data, and its line with it. */
export function useSaveData(connection: BoardConnection): SaveData {
  const [chosen, setChosen] = useState(chosenToSaveData)
  const isOn = savesData(chosen)
  useEffect(() => connection.saveData(isOn), [connection, isOn])
  const choose = useCallback((next: boolean) => {
    chooseToSaveData(next)
    setChosen(next)
  }, [])
  return { isOn, isUndecided: chosen === null && !isOn, choose }
}
