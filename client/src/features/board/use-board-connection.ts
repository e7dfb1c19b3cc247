import { useEffect, useState } from 'react'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { openBoardConnection } from '../../sync/open-board-connection.ts'
import { warnBeforeLeaving } from '../../sync/warn-before-leaving.ts'

/** The line to a board for as long as the page shows it. Leaving while changes are on their way asks first. */
export function useBoardConnection(boardId: string): BoardConnection | undefined {
  const [connection, setConnection] = useState<BoardConnection>()
  useEffect(() => {
    const opened = openBoardConnection({ boardId })
    const stopWarning = warnBeforeLeaving(opened, window)
    setConnection(opened)
    return () => {
      setConnection(undefined)
      stopWarning()
      opened.close()
    }
  }, [boardId])
  return connection
}
