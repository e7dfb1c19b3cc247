import type { Session } from '#shared/session/session.ts'
import type { RoomClock } from './clock.ts'

/** How long whoever leads a session may have no line before her deputy leads. */
export const leaderMissedAfterMs = 10_000

/** Sees whether the leader of a running session is there, all her lines together. */
export interface LeadWatch {
  /** Somebody came or went, or the session is another. */
  review(): void
  stop(): void
}

export function createLeadWatch(ports: {
  readonly clock: RoomClock
  readonly session: () => Session | undefined
  readonly isHere: (participantId: string) => boolean
  readonly onLeaderGone: (leaderId: string) => void
}): LeadWatch {
  const { clock, session, isHere, onLeaderGone } = ports
  let waiting: { readonly leaderId: string; readonly stop: () => void } | undefined

  /** Who leads and is not there, while her deputy is. */
  const missed = (): string | undefined => {
    const now = session()
    if (now?.run.status !== 'running' || now.leaderId === null || now.deputyId === null) return undefined
    return !isHere(now.leaderId) && isHere(now.deputyId) ? now.leaderId : undefined
  }
  const stop = () => {
    waiting?.stop()
    waiting = undefined
  }

  return {
    review() {
      const leaderId = missed()
      if (leaderId === waiting?.leaderId) return
      stop()
      if (leaderId === undefined) return
      const stopWaiting = clock.after(leaderMissedAfterMs, () => {
        waiting = undefined
        onLeaderGone(leaderId)
      })
      waiting = { leaderId, stop: stopWaiting }
    },
    stop,
  }
}
