import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { getBoard } from '../../api/boards.ts'
import { problemCode } from '../../api/problem-error.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { settingsQuery } from '../../api/settings.ts'
import { Toaster } from '../../ui/Toaster.tsx'
import { ProblemState } from '../problem/index.ts'
import { BoardClosed } from './BoardClosed.tsx'
import { BoardProgress } from './BoardProgress.tsx'
import { closedKindOf } from './closed-kind.ts'
import { preloadCanvas } from './lazy-canvas.ts'
import { OpenBoard } from './OpenBoard.tsx'

export function BoardPage() {
  const { boardId = '' } = useParams()
  // While the board's facts are asked for, not after.
  useEffect(() => void preloadCanvas(), [])
  const board = useQuery({ queryKey: queryKeys.board(boardId), queryFn: ({ signal }) => getBoard(boardId, signal) })
  // The canvas is given its licence once, so it waits for the answer; without one it shows its watermark.
  const settings = useQuery(settingsQuery)
  // What is on the screen stays, even if asking again fails: the line to the board knows better whether it is open.
  if (board.data && !settings.isPending) {
    return (
      <Toaster>
        <OpenBoard key={boardId} board={board.data} licenseKey={settings.data?.tldrawLicenseKey ?? undefined} />
      </Toaster>
    )
  }
  if (!board.isError) return <BoardProgress />
  const kind = closedKindOf(problemCode(board.error))
  return kind ? (
    <BoardClosed kind={kind} boardId={boardId} />
  ) : (
    <main>
      <ProblemState error={board.error} query={board} />
    </main>
  )
}
