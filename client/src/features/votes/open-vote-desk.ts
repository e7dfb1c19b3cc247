import { isPassing, ProblemError } from '../../api/problem-error.ts'
import { getVote, putDot, removeDot } from '../../api/votes.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { waitForLine } from '../../sync/wait-for-line.ts'
import { createVoteDesk, type DotAnswer, type Refusal, type VoteDesk } from './vote-desk.ts'

/** The desk of a board with a line. */
export function openVoteDesk(connection: BoardConnection, onRefused: (code: Refusal, count: number) => void): VoteDesk {
  const { boardId } = connection
  const waits = waitForLine(connection)
  const desk = createVoteDesk({
    heard: connection.votes,
    put: (roundId, { slot, targetId, point }) => answer(putDot(boardId, roundId, slot, { target: targetId, ...point })),
    remove: (roundId, slot) => answer(removeDot(boardId, roundId, slot)),
    async ask(roundId) {
      try {
        return (await getVote(boardId, roundId)).own ?? undefined
      } catch (error) {
        if (error instanceof ProblemError) return undefined
        throw error
      }
    },
    wait: waits.wait,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    onRefused,
  })
  // Until the server has them, dots are nowhere but in this tab.
  const onLeave = (event: BeforeUnloadEvent) => {
    if (desk.isWaiting.get() || desk.ballot.get()?.dots.some(({ isSent }) => !isSent)) event.preventDefault()
  }
  window.addEventListener('beforeunload', onLeave)
  return {
    ...desk,
    stop() {
      window.removeEventListener('beforeunload', onLeave)
      desk.stop()
      waits.stop()
    },
  }
}

async function answer(asked: ReturnType<typeof putDot>): Promise<DotAnswer> {
  try {
    return { status: 'taken', own: await asked }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return isPassing(error.code) ? { status: 'later' } : { status: 'refused', code: error.code }
  }
}
