import { useEffect, useState } from 'react'
import { type BoardOnDevice, openBoardOnDevice } from '../../offline/board-on-device.ts'
import { thisDevice } from '../../offline/this-device.ts'
import { openBoardConnection } from '../../sync/open-board-connection.ts'
import { warnBeforeLeaving } from '../../sync/warn-before-leaving.ts'

/** The board and its line, for as long as the page shows it. Leaving while something could be lost asks first. */
export function useBoardOnDevice(boardId: string): BoardOnDevice | undefined {
  const [device, setDevice] = useState<BoardOnDevice>()
  useEffect(() => {
    const opened = openBoardOnDevice(boardId, (copy) => openBoardConnection({ boardId, copy }), thisDevice())
    const stopWarning = warnBeforeLeaving(opened, window)
    setDevice(opened)
    return () => {
      setDevice(undefined)
      stopWarning()
      opened.close()
    }
  }, [boardId])
  return device
}
