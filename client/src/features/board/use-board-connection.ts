import { useEffect, useState } from 'react'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { openBoardConnection } from '../../sync/open-board-connection.ts'
import { warnBeforeLeaving } from '../../sync/warn-before-leaving.ts'

/**
 * The line to a board for as long as the page shows it. Leaving while changes are on their way asks first. A board that
 * was restored is another document: its line is opened anew, with another connection.
 */
export function useBoardConnection(boardId: string): BoardConnection | undefined {
  const [connection, setConnection] = useState<BoardConnection>()
  const [timesRestored, setTimesRestored] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew when the board was restored
  useEffect(() => {
    const opened = openBoardConnection({ boardId })
    const stopWarning = warnBeforeLeaving(opened, window)
    const stopWatching = opened.connection.subscribe(() => {
      const status = opened.connection.get()
      if (status.status === 'closed' && status.kind === 'freshDocumentNeeded') setTimesRestored((times) => times + 1)
    })
    setConnection(opened)
    return () => {
      setConnection(undefined)
      stopWatching()
      stopWarning()
      opened.close()
    }
  }, [boardId, timesRestored])
  return connection
}
