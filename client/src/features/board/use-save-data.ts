import { useCallback, useEffect, useState } from 'react'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { connectionHints } from '../../sync/slow-line.ts'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'

const keptKey = 'tablecloth.save-data'

export type SaveData = {
  readonly isOn: boolean
  /** Nobody has said yes or no on this device. */
  readonly isUndecided: boolean
  readonly choose: (isOn: boolean) => void
}

/** Whether this device saves data: what was chosen on it, else what its browser was told. */
export function useSaveData(connection: BoardConnection): SaveData {
  const [chosen, setChosen] = useState(() => keptOnDevice(keptKey))
  const isOn = chosen === null ? connectionHints()?.saveData === true : chosen === 'on'
  useEffect(() => connection.saveData(isOn), [connection, isOn])
  const choose = useCallback((next: boolean) => {
    const value = next ? 'on' : 'off'
    keepOnDevice(keptKey, value)
    setChosen(value)
  }, [])
  return { isOn, isUndecided: chosen === null && !isOn, choose }
}
